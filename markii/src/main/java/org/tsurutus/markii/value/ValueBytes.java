package org.tsurutus.markii.value;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LineCursor.Encoding;

/// One value of a line at a time, as UTF-8 with its quotes single.
///
/// Most values are where the line has them; only those with doubled quotes or of windows-31j lines
/// are copied. What this class answers holds until the next value is read. Not for use by several
/// threads at once.
public final class ValueBytes {
    private static final int EVENT = Keys.id("evt");
    private static final int SUB_EVENT = Keys.id("subEvt");
    private static final byte QUOTE = '"';

    private final Block block;
    private byte[] own = new byte[256];
    private byte[] bytes = own;
    private int from;
    private int to;

    /// For the values of this block's lines.
    public ValueBytes(Block block) {
        this.block = block;
    }

    /// The array that holds the value.
    public byte[] bytes() {
        return bytes;
    }

    /// Where the value begins.
    public int from() {
        return from;
    }

    /// The place behind the value.
    public int to() {
        return to;
    }

    /// Whether the value is exactly these bytes.
    public boolean isEqualTo(byte[] expected) {
        return Arrays.equals(bytes, from, to, expected, 0, expected.length);
    }

    /// A copy of the value.
    public byte[] copy() {
        return Arrays.copyOfRange(bytes, from, to);
    }

    /// The value as text.
    public String text() {
        return new String(bytes, from, to - from, StandardCharsets.UTF_8);
    }

    /// Reads a field's value.
    public void readField(LineCursor line, int field) {
        if (line.encoding() == Encoding.UTF_8 && !line.isDoubled(field)) {
            bytes = block.bytes();
            from = line.valueStart(field);
            to = line.valueEnd(field);
        } else {
            clear();
            append(line, field);
        }
    }

    /// Reads a record's time as the line writes it.
    public void readHeader(LineCursor line) {
        bytes = block.bytes();
        from = line.start();
        to = line.keyStart(0) - 1;
    }

    /// Reads a record's kind, `evt/subEvt`; `?` stands for what is missing.
    public void readKind(LineCursor line) {
        clear();
        appendOrMark(line, line.find(EVENT));
        append((byte) '/');
        appendOrMark(line, line.find(SUB_EVENT));
    }

    /// Reads a text that is not the line's.
    public void readText(String text) {
        clear();
        append(text.getBytes(StandardCharsets.UTF_8));
    }

    private void clear() {
        bytes = own;
        from = 0;
        to = 0;
    }

    private void appendOrMark(LineCursor line, int field) {
        if (field < 0) {
            append((byte) '?');
        } else {
            append(line, field);
        }
    }

    private void append(LineCursor line, int field) {
        if (line.encoding() != Encoding.UTF_8) {
            append(line.value(field).getBytes(StandardCharsets.UTF_8));
            return;
        }
        byte[] source = block.bytes();
        boolean doubled = line.isDoubled(field);
        for (int at = line.valueStart(field); at < line.valueEnd(field); at++) {
            append(source[at]);
            at += doubled && source[at] == QUOTE ? 1 : 0;
        }
    }

    private void append(byte[] added) {
        for (byte each : added) {
            append(each);
        }
    }

    private void append(byte added) {
        if (to == own.length) {
            own = Arrays.copyOf(own, own.length * 2);
            bytes = own;
        }
        own[to] = added;
        to++;
    }
}
