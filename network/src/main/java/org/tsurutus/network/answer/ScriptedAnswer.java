package org.tsurutus.network.answer;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.tsurutus.network.packet.Octets;

/// An answer to requests of HTTP.
///
/// @param host the host that is asked for, or `*.` and what it ends in; empty for any
/// @param port the port; empty for any
/// @param path the path without what follows a question mark, or what it begins with and `*`; empty
///   for any
/// @param status the answer's number
/// @param headers what it says beside its length
/// @param body what it carries
/// @param source what the line about it says
record ScriptedAnswer(
        Optional<String> host,
        OptionalInt port,
        Optional<String> path,
        int status,
        Map<String, String> headers,
        Octets body,
        String source) {
    ScriptedAnswer {
        headers = Map.copyOf(headers);
    }

    boolean isMeant(String askedHost, int askedPort, String askedPath) {
        String path = askedPath.split("[?#]", 2)[0];
        return host.map(wanted -> isHost(wanted, askedHost)).orElse(true)
                && (port.isEmpty() || port.getAsInt() == askedPort)
                && this.path.map(wanted -> isPath(wanted, path)).orElse(true);
    }

    private static boolean isHost(String wanted, String asked) {
        String lower = asked.toLowerCase(Locale.ROOT);
        String pattern = wanted.toLowerCase(Locale.ROOT);
        return pattern.startsWith("*.")
                ? lower.endsWith(pattern.substring(1))
                : lower.equals(pattern);
    }

    private static boolean isPath(String wanted, String asked) {
        return wanted.endsWith("*")
                ? asked.startsWith(wanted.substring(0, wanted.length() - 1))
                : asked.equals(wanted);
    }
}
