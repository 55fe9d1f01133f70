package org.tsurutus.windows.signature;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// Signs Windows programs, and gives a second opinion on their signatures.
final class Osslsigncode {
    private Osslsigncode() {}

    /// Signs a copy of a program.
    static Path sign(Path program, Path signed, Path certificates, Path key, String... options)
            throws Exception {
        List<String> command =
                new ArrayList<>(
                        List.of(
                                "osslsigncode",
                                "sign",
                                "-certs",
                                certificates.toString(),
                                "-key",
                                key.toString()));
        command.addAll(List.of(options));
        command.addAll(List.of("-in", program.toString(), "-out", signed.toString()));
        Files.deleteIfExists(signed);
        Answer answer = run(command);
        if (answer.status() != 0) {
            throw new AssertionError(command + " failed: " + answer.output());
        }
        return signed;
    }

    /// What it has to say on a signature.
    record Answer(int status, String output) {
        boolean valid() {
            return status == 0;
        }
    }

    static Answer verify(Path file, Path roots, Instant at) throws Exception {
        return run(
                List.of(
                        "osslsigncode",
                        "verify",
                        "-CAfile",
                        roots.toString(),
                        "-TSA-CAfile",
                        roots.toString(),
                        "-time",
                        Long.toString(at.getEpochSecond()),
                        "-in",
                        file.toString()));
    }

    private static Answer run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .keySet()
                .removeIf(name -> name.toLowerCase(Locale.ROOT).endsWith("_proxy"));
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Answer(process.waitFor(), output);
    }
}
