package org.tsurutus.bench.toolkit;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.bench.BenchException;
import tools.jackson.databind.json.JsonMapper;

/// A running program that shows one dialog after another with its toolkit.
final class DialogProgram implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Process process;
    private final BufferedReader answers;
    private final BufferedWriter requests;

    /// Starts the program of a look.
    ///
    /// @param root the checkout
    DialogProgram(Look look, Path root, VirtualScreen screen) {
        ProcessBuilder builder = new ProcessBuilder(command(look, root));
        builder.environment().putAll(look.environment());
        process = screen.start(builder.redirectError(ProcessBuilder.Redirect.INHERIT));
        answers = process.inputReader(StandardCharsets.UTF_8);
        requests = process.outputWriter(StandardCharsets.UTF_8);
    }

    private static List<String> command(Look look, Path root) {
        List<String> words = new ArrayList<>();
        if (look.toolkit().equals("swing")) {
            words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            words.add("-Dsun.java2d.uiScale=" + look.scale());
            words.addAll(List.of("-cp", System.getProperty("java.class.path", "")));
            words.add(SwingDialogs.class.getName());
        } else {
            words.add("/usr/bin/python3");
            words.add(root.resolve("bench/toolkits/" + look.toolkit() + ".py").toString());
        }
        words.addAll(look.arguments());
        return words;
    }

    /// Shows a dialog and waits until it is there.
    ///
    /// @throws BenchException when the program ends instead
    DialogAnswer show(DialogRequest request) {
        try {
            requests.write(JSON.writeValueAsString(request));
            requests.newLine();
            requests.flush();
            String answer = answers.readLine();
            if (answer == null) {
                throw new BenchException(
                        "the program that shows dialogs has ended; what it said stands above");
            }
            return JSON.readValue(answer, DialogAnswer.class);
        } catch (IOException e) {
            throw new BenchException("the program that shows dialogs does not answer: " + e, e);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            answers.close();
        } catch (IOException e) {
            throw new BenchException("cannot end the program that shows dialogs: " + e, e);
        }
    }
}
