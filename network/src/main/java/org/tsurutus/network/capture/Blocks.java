package org.tsurutus.network.capture;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// The blocks of pcapng, one after the other in a buffer.
final class Blocks {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int STATISTICS = 5;
    private static final int PACKET = 6;
    private static final int ORDER_MAGIC = 0x1a2b3c4d;
    private static final int ETHERNET = 1;
    private static final int NANOSECONDS = 9;
    private static final int COMMENT = 1;
    private static final int HEAD_AND_TAIL = 12;
    private static final int LONGEST_TEXT = 1000;

    private final ByteBuffer buffer;
    private int start;

    Blocks(int capacity) {
        buffer = ByteBuffer.allocate(capacity).order(ByteOrder.LITTLE_ENDIAN);
    }

    ByteBuffer buffer() {
        return buffer;
    }

    /// The room that a packet takes at most.
    static int room(int length, String comment) {
        return HEAD_AND_TAIL + 20 + length + 3 + 8 + bytes(comment).length + 3;
    }

    void section(String hardware, String application) {
        begin(SECTION);
        buffer.putInt(ORDER_MAGIC).putShort((short) 1).putShort((short) 0).putLong(-1);
        option(2, bytes(hardware));
        option(4, bytes(application));
        end();
    }

    void port(Interface port) {
        begin(INTERFACE);
        buffer.putShort((short) ETHERNET).putShort((short) 0).putInt(0);
        option(2, bytes(port.name()));
        long mac = port.mac().bits();
        option(6, ByteBuffer.allocate(8).putLong(mac << 16).array(), 6);
        option(9, new byte[] {NANOSECONDS});
        end();
    }

    void packet(int port, long nanoseconds, ByteBuffer frame, String comment) {
        int length = frame.remaining();
        begin(PACKET);
        buffer.putInt(port);
        time(nanoseconds);
        buffer.putInt(length).putInt(length);
        buffer.put(frame);
        pad();
        option(COMMENT, bytes(comment));
        end();
    }

    void statistics(int number, Interface port, long nanoseconds) {
        begin(STATISTICS);
        buffer.putInt(number);
        time(nanoseconds);
        option(
                COMMENT,
                bytes(
                        port.leftOut()
                                + " frames of "
                                + port.name()
                                + " left out: "
                                + port.byQueue().sum()
                                + " came too fast, "
                                + port.byLimit().sum()
                                + " found no room, "
                                + port.byFailure().sum()
                                + " could not be written"));
        option(4, number(port.frames().sum() + port.leftOut()));
        option(5, number(port.leftOut()));
        end();
    }

    private static byte[] number(long value) {
        return ByteBuffer.allocate(Long.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(value)
                .array();
    }

    private void begin(int type) {
        start = buffer.position();
        buffer.putInt(type).putInt(0);
    }

    private void end() {
        buffer.putInt(0);
        int length = buffer.position() + Integer.BYTES - start;
        buffer.putInt(start + Integer.BYTES, length).putInt(length);
    }

    private void time(long nanoseconds) {
        buffer.putInt((int) (nanoseconds >>> 32)).putInt((int) nanoseconds);
    }

    private void option(int code, byte[] value) {
        option(code, value, value.length);
    }

    private void option(int code, byte[] value, int length) {
        buffer.putShort((short) code).putShort((short) length).put(value, 0, length);
        pad();
    }

    private void pad() {
        while ((buffer.position() - start) % Integer.BYTES != 0) {
            buffer.put((byte) 0);
        }
    }

    /// Texts come from PCs: bounded, and without characters that steer terminals.
    private static byte[] bytes(String text) {
        StringBuilder clean = new StringBuilder();
        text.codePoints()
                .limit(LONGEST_TEXT)
                .map(point -> Character.isISOControl(point) ? '?' : point)
                .forEach(clean::appendCodePoint);
        return clean.toString().getBytes(StandardCharsets.UTF_8);
    }
}
