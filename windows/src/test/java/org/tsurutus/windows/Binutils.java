package org.tsurutus.windows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Real Windows files by the cross compiler, and a second opinion on them by objdump.
public final class Binutils {
    static final String LIBRARY_SOURCE =
            """
            __declspec(dllexport) int answer = 42;
            int alpha(void) { return 1; }
            int beta(void) { return 2; }
            int third(void) { return 3; }
            """;
    static final String LIBRARY_EXPORTS =
            """
            EXPORTS
              alpha @3
              beta @7 NONAME
              third @9
              another=third @10
              elsewhere=KERNEL32.Sleep @12
            """;

    private Binutils() {}

    static Path library(Path directory, String target) throws Exception {
        return compile(directory, target, "library.dll", LIBRARY_SOURCE, LIBRARY_EXPORTS);
    }

    static Path program(Path directory, String target, String... options) throws Exception {
        return compile(
                directory, target, "program.exe", "int main(void) { return 0; }", "", options);
    }

    /// A program or library with resources.
    ///
    /// @param script what goes to the resource compiler, UTF-8
    public static Path withResources(
            Path directory, String target, String name, String script, String... options)
            throws Exception {
        Path source = Files.writeString(directory.resolve(name + ".rc"), script);
        Path object = directory.resolve(target + "-" + name + ".res.o");
        run(
                List.of(
                        target + "-w64-mingw32-windres",
                        "-c",
                        "65001",
                        source.toString(),
                        object.toString()));
        List<String> all = new ArrayList<>(List.of(options));
        all.add(object.toString());
        return compile(
                directory,
                target,
                name,
                "int main(void) { return 0; }",
                "",
                all.toArray(String[]::new));
    }

    private static Path compile(
            Path directory,
            String target,
            String name,
            String source,
            String exports,
            String... options)
            throws Exception {
        Path file = directory.resolve(target + "-" + name);
        Path code = Files.writeString(directory.resolve(name + ".c"), source);
        List<String> command =
                new ArrayList<>(List.of(target + "-w64-mingw32-gcc", "-o", file.toString()));
        command.add(code.toString());
        if (!exports.isEmpty()) {
            command.add("-shared");
            command.add(Files.writeString(directory.resolve(name + ".def"), exports).toString());
        }
        command.addAll(List.of(options));
        run(command);
        return file;
    }

    static String objdump(Path file) throws Exception {
        return run(List.of("x86_64-w64-mingw32-objdump", "-p", file.toString()));
    }

    private static String run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + output);
        }
        return output;
    }
}
