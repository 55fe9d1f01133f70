package org.tsurutus.network.summary;

import java.nio.charset.StandardCharsets;
import org.tsurutus.network.lines.Texts;
import org.tsurutus.network.packet.Octets;

/// One message of SMB2: its head and what follows, up to the next. Numbers are little-endian.
///
/// @param bytes the message, as far as it is there
record SmbMessage(Octets bytes) {
    static final int TREE_CONNECT = 3;
    static final int CREATE = 5;

    private static final int HEAD = 64;

    boolean isWhole() {
        return bytes.length() >= HEAD;
    }

    int command() {
        return shortAt(12);
    }

    boolean isAnswer() {
        return (bytes.byteAt(16) & 1) != 0;
    }

    /// Where the next one begins that came with this one; 0 if none does.
    long next() {
        return intAt(20);
    }

    long status() {
        return intAt(8);
    }

    /// What an answer has in common with its request.
    long number() {
        return bytes.longAt(24);
    }

    long tree() {
        return intAt(36);
    }

    /// The path of the share that is connected.
    String share() {
        return text(HEAD + 4);
    }

    /// The path of the file that is opened.
    String file() {
        return text(HEAD + 44);
    }

    /// A text, by its place and its length in bytes.
    private String text(int at) {
        return Texts.of(bytes.slice(shortAt(at), shortAt(at + 2)), StandardCharsets.UTF_16LE);
    }

    private int shortAt(int at) {
        return bytes.byteAt(at) | bytes.byteAt(at + 1) << 8;
    }

    private long intAt(int at) {
        return shortAt(at) | (long) shortAt(at + 2) << 16;
    }
}
