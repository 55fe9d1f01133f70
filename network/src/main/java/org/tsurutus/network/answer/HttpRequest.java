package org.tsurutus.network.answer;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The head of a request.
///
/// @param method the word it begins with
/// @param target what it asks for, as it came
/// @param isOld whether it is of HTTP/1.0
/// @param headers its other lines
record HttpRequest(String method, String target, boolean isOld, List<String> headers) {
    HttpRequest {
        headers = List.copyOf(headers);
    }

    /// Reads a head.
    ///
    /// @return empty unless its first line is one
    static Optional<HttpRequest> read(String head) {
        List<String> lines = new ArrayList<>(List.of(head.split("\r?\n", -1)));
        String[] words = lines.getFirst().split(" ", -1);
        if (words.length != 3 || words[0].isEmpty() || !words[2].startsWith("HTTP/1.")) {
            return Optional.empty();
        }
        return Optional.of(
                new HttpRequest(
                        words[0],
                        words[1],
                        words[2].equals("HTTP/1.0"),
                        lines.subList(1, lines.size())));
    }

    /// What the first header of a name says.
    Optional<String> header(String name) {
        String start = name.toLowerCase(Locale.ROOT) + ":";
        return headers.stream()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                .map(line -> line.substring(start.length()).strip())
                .findFirst();
    }

    /// The host that it is for, without a port.
    Optional<String> host() {
        Optional<String> authority =
                target.contains("://")
                        ? Optional.ofNullable(uri().getRawAuthority())
                        : method.equals("CONNECT") ? Optional.of(target) : header("Host");
        return authority
                .map(text -> text.replaceFirst(":\\d{0,5}$", ""))
                .filter(text -> !text.isEmpty());
    }

    private URI uri() {
        try {
            return URI.create(target);
        } catch (IllegalArgumentException _) {
            return URI.create("/");
        }
    }

    /// The path and what follows it.
    String path() {
        int scheme = target.indexOf("://");
        int slash = scheme < 0 ? -1 : target.indexOf('/', scheme + 3);
        return scheme < 0 ? target : slash < 0 ? "/" : target.substring(slash);
    }

    boolean isChunked() {
        return header("Transfer-Encoding")
                .map(coding -> coding.toLowerCase(Locale.ROOT).endsWith("chunked"))
                .orElse(false);
    }

    /// Whether the connection may go on after it.
    boolean isKept() {
        String connection = header("Connection").orElse("").toLowerCase(Locale.ROOT);
        return isOld ? connection.contains("keep-alive") : !connection.contains("close");
    }
}
