package org.tsurutus.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/// The bytes of the lines that are being made. A million lines a second leave no room for
/// formatters and strings, so numbers and times are written digit by digit.
final class LineBuffer {
    private static final int CAPACITY = 1 << 18;
    private static final int LONGEST_LINE = 1 << 16;
    private static final byte[] LOWER = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] UPPER = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);
    private static final int DAY = 86_400_000;

    private final byte[] bytes = new byte[CAPACITY];
    private int length;

    int length() {
        return length;
    }

    /// Whether there may be no room for another line.
    boolean isFull() {
        return length > CAPACITY - LONGEST_LINE;
    }

    void truncate(int to) {
        length = to;
    }

    void writeTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
        length = 0;
    }

    /// Takes out what was put in.
    Utf8 take() {
        Utf8 taken = Utf8.copy(bytes, length);
        length = 0;
        return taken;
    }

    void put(Utf8 text) {
        length = text.copyTo(bytes, length);
    }

    void put(char ascii) {
        bytes[length++] = (byte) ascii;
    }

    /// A whole number, zero or more.
    void decimal(long value) {
        int width = 1;
        for (long rest = value / 10; rest > 0; rest /= 10) {
            width++;
        }
        digits(value, width);
    }

    /// The last `digits` hexadecimal digits of a number, in lower case.
    void hex(long value, int digits) {
        hex(value, digits, LOWER);
    }

    /// The last `digits` hexadecimal digits of a number, in upper case.
    void upperHex(long value, int digits) {
        hex(value, digits, UPPER);
    }

    /// A GUID as logs have it, `{XXXXXXXX-XXXX-XXXX-XXXX-XXXXXXXXXXXX}`.
    void guid(long high, long low) {
        put('{');
        upperHex(high >>> 32, 8);
        put('-');
        upperHex(high >>> 16, 4);
        put('-');
        upperHex(high, 4);
        put('-');
        upperHex(low >>> 48, 4);
        put('-');
        upperHex(low, 12);
        put('}');
    }

    /// A time as `MM/dd/yyyy HH:mm:ss.SSS`.
    ///
    /// @param millis milliseconds since 1970-01-01 00:00 of the terminal's clock
    void time(long millis) {
        LocalDate date = LocalDate.ofEpochDay(Math.floorDiv(millis, DAY));
        int ofDay = Math.floorMod(millis, DAY);
        digits(date.getMonthValue(), 2);
        put('/');
        digits(date.getDayOfMonth(), 2);
        put('/');
        digits(date.getYear(), 4);
        put(' ');
        digits(ofDay / 3_600_000, 2);
        put(':');
        digits(ofDay / 60_000 % 60, 2);
        put(':');
        digits(ofDay / 1_000 % 60, 2);
        put('.');
        digits(ofDay % 1_000, 3);
    }

    private void digits(long value, int width) {
        long rest = value;
        for (int at = length + width - 1; at >= length; at--) {
            bytes[at] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
    }

    private void hex(long value, int digits, byte[] alphabet) {
        long rest = value;
        for (int at = length + digits - 1; at >= length; at--) {
            bytes[at] = alphabet[(int) rest & 15];
            rest >>>= 4;
        }
        length += digits;
    }
}
