package org.tsurutus.disk.boot;

import java.time.Instant;

/// Somebody asked for a script.
///
/// @param when it was answered
/// @param from the address that asked
/// @param asked the PC's name; of anything else the printable part, at most 100 letters
/// @param answer what was answered
/// @param why in words
public record BootAsk(Instant when, String from, String asked, Answer answer, String why) {
    private static final int MOST = 100;

    /// What may be answered.
    public enum Answer {
        /// The script that starts the PC from its disk.
        STARTS,
        /// The script that waits.
        WAITS,
        /// Nothing: no PC of the plan was meant.
        REFUSED
    }

    /// One line for a log.
    public String line() {
        return when + " " + from + " asked for " + asked + ": " + answer + ", " + why;
    }

    /// What a stranger sent, made harmless for logs and terminals.
    static String harmless(String text) {
        String head = text.substring(0, Math.min(text.length(), MOST));
        return head.replaceAll("[^!-~]", "?");
    }
}
