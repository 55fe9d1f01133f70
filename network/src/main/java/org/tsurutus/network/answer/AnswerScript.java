package org.tsurutus.network.answer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.settings.StrictTable;

/// Which requests of HTTP and HTTPS are answered otherwise than usual. The first answer that is
/// meant is given.
///
/// ```
/// [[answer]]
/// host = "cdn.example.com"          # or "*.example.com"; any if missing
/// port = 8080                       # any if missing
/// path = "/stage/*"                 # any if missing
/// status = 200                      # 200 if missing
/// headers = { Content-Type = "application/octet-stream" }
/// body = "payload.exe"              # a file beside the script, or below; or text = "…"
/// ```
public final class AnswerScript {
    /// Everything is answered as usual.
    public static final AnswerScript NONE = new AnswerScript(List.of());

    private static final long LONGEST_BODY = 64L << 20;
    private static final long LONGEST_BODIES = 256L << 20;
    private static final int FIRST_STATUS = 200;
    private static final int LAST_STATUS = 599;
    private static final Pattern HEADER = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[\\x20-\\x7e]{0,1024}");

    private final List<ScriptedAnswer> answers;

    private AnswerScript(List<ScriptedAnswer> answers) {
        this.answers = List.copyOf(answers);
    }

    /// Reads a script and the files it names.
    ///
    /// @throws NetworkException when something in it is not understood, with its place
    public static AnswerScript read(Path file) {
        List<ScriptedAnswer> answers =
                StrictTable.read(file, top -> top.tables("answer", table -> answer(file, table)));
        long bytes = answers.stream().mapToLong(answer -> answer.body().length()).sum();
        if (bytes > LONGEST_BODIES) {
            throw new NetworkException(
                    file + ": its bodies have " + bytes + " bytes; 256 MiB are the most");
        }
        return new AnswerScript(answers);
    }

    private static ScriptedAnswer answer(Path file, StrictTable table) {
        Optional<String> host = table.text("host");
        OptionalLong port = table.number("port", 1, 0xffff);
        Optional<String> path = table.text("path");
        if (path.isPresent() && !path.get().startsWith("/")) {
            throw table.wrong("path", "a path begins with /");
        }
        long status = table.number("status", FIRST_STATUS, LAST_STATUS).orElse(FIRST_STATUS);
        Map<String, String> headers = table.texts("headers");
        headers.forEach((name, value) -> {
            if (!HEADER.matcher(name).matches() || !VALUE.matcher(value).matches()) {
                throw table.wrong("headers", name + " is no header that can be sent");
            }
            if (name.equalsIgnoreCase("Content-Length")
                    || name.equalsIgnoreCase("Transfer-Encoding")
                    || name.equalsIgnoreCase("Connection")) {
                throw table.wrong("headers", name + " is said by us; leave it out");
            }
        });
        Optional<String> text = table.text("text");
        Optional<String> body = table.text("body");
        if (text.isPresent() && body.isPresent()) {
            throw table.wrong("text", "an answer has a body or a text, not both");
        }
        Octets bytes =
                body.map(name -> body(file, table, name))
                        .orElseGet(
                                () -> Octets.of(text.orElse("").getBytes(StandardCharsets.UTF_8)));
        return new ScriptedAnswer(
                host,
                port.isPresent() ? OptionalInt.of((int) port.getAsLong()) : OptionalInt.empty(),
                path,
                (int) status,
                headers,
                bytes,
                "script: " + body.orElse("text"));
    }

    private static Octets body(Path script, StrictTable table, String name) {
        try {
            Path folder = script.toAbsolutePath().resolveSibling(".").toRealPath();
            Path file = folder.resolve(name).toRealPath();
            if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
                throw table.wrong("body", name + " is no file beside the script or below");
            }
            if (Files.size(file) > LONGEST_BODY) {
                throw table.wrong("body", name + " is longer than 64 MiB");
            }
            return Octets.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw table.wrong("body", name + " cannot be read: " + e);
        }
    }

    /// The answer to a request, if one is meant for it.
    Optional<ScriptedAnswer> find(String host, int port, String path) {
        return answers.stream().filter(answer -> answer.isMeant(host, port, path)).findFirst();
    }
}
