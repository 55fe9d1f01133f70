package org.tsurutus.sensor.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// A program with a version resource, signed by a certificate that is its own root.
record SignedProgram(Path file, Path root) {

    static SignedProgram make(Path directory) throws Exception {
        Path source = Files.writeString(directory.resolve("a.c"), "int main(void) { return 0; }");
        Path script =
                Files.writeString(
                        directory.resolve("a.rc"),
                        """
                        1 VERSIONINFO
                        BEGIN
                          BLOCK "StringFileInfo"
                          BEGIN
                            BLOCK "040904b0" BEGIN VALUE "CompanyName", "Ours" END
                          END
                        END
                        """);
        String resources = directory.resolve("a.res.o").toString();
        String program = directory.resolve("a.exe").toString();
        Path signed = directory.resolve("signed.exe");
        Path root = directory.resolve("root.pem");
        String key = directory.resolve("root.key").toString();
        run("x86_64-w64-mingw32-windres", script.toString(), resources);
        run("x86_64-w64-mingw32-gcc", "-o", program, source.toString(), resources);
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-noenc",
                "-days",
                "3650",
                "-subj",
                "/CN=Signer",
                "-addext",
                "extendedKeyUsage=codeSigning",
                "-keyout",
                key,
                "-out",
                root.toString());
        run(
                "osslsigncode",
                "sign",
                "-certs",
                root.toString(),
                "-key",
                key,
                "-in",
                program,
                "-out",
                signed.toString());
        return new SignedProgram(signed, root);
    }

    private static void run(String... command) throws Exception {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(List.of(command) + " failed: " + output);
        }
    }
}
