package org.tsurutus.app;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/// What a command said and how it ended.
record Said(int code, String output, String errors) {
    static Said by(String verb, String subVerb, String... arguments) {
        return by(Stream.concat(Stream.of(verb, subVerb), Stream.of(arguments)).toList());
    }

    static Said by(List<String> arguments) {
        PrintStream output = System.out;
        PrintStream errors = System.err;
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        ByteArrayOutputStream complained = new ByteArrayOutputStream();
        try {
            System.setOut(new PrintStream(said, true, StandardCharsets.UTF_8));
            System.setErr(new PrintStream(complained, true, StandardCharsets.UTF_8));
            String[] words = arguments.toArray(String[]::new);
            int code = Main.commandLine(words).execute(words);
            return new Said(
                    code,
                    said.toString(StandardCharsets.UTF_8),
                    complained.toString(StandardCharsets.UTF_8));
        } finally {
            System.setOut(output);
            System.setErr(errors);
        }
    }
}
