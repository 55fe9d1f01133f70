package org.tsurutus.sensor.wine;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;
import java.util.UUID;

/// The identity of a process in the log. It is computed, not drawn, so that a log made again from
/// the same raw facts has the same identities.
final class PsGuid {
    private PsGuid() {}

    /// A version 8 UUID from the first 128 bits of a SHA-256, in upper case and braces.
    static String of(String terminal, int pid, long order, long startedNanos) {
        String identity =
                String.format(Locale.ROOT, "%s|%x|%d|%d", terminal, pid, order, startedNanos);
        ByteBuffer hash = ByteBuffer.wrap(sha256(identity));
        long high = (hash.getLong() & ~0xf000L) | 0x8000L;
        long low = (hash.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L;
        return "{" + new UUID(high, low).toString().toUpperCase(Locale.ROOT) + "}";
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
