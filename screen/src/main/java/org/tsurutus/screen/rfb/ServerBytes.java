package org.tsurutus.screen.rfb;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.nio.ByteBuffer;
import java.nio.channels.ReadableByteChannel;
import java.nio.charset.StandardCharsets;

/// What a server sends.
final class ServerBytes implements ByteSource {
    /// The most bytes, 16 MiB, that are taken where the server says how many follow.
    static final int LARGEST = 16 << 20;

    private static final int LONGEST_SHOWN = 200;

    private final ReadableByteChannel channel;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).flip();

    ServerBytes(ReadableByteChannel channel) {
        this.channel = channel;
    }

    @Override
    public void read(byte[] into, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            ensureOne();
            int now = Math.min(count - done, buffer.remaining());
            buffer.get(into, from + done, now);
            done += now;
        }
    }

    @Override
    public int unsigned8() throws IOException {
        ensureOne();
        return buffer.get() & 0xFF;
    }

    /// The next `count` bytes.
    ///
    /// @param what what they are, for the message
    /// @throws ProtocolException when they are more than [#LARGEST]
    byte[] take(long count, String what) throws IOException {
        check(count, what);
        byte[] bytes = new byte[(int) count];
        read(bytes, 0, bytes.length);
        return bytes;
    }

    /// Passes over the next `count` bytes, of which there may be no more than [#LARGEST].
    void skip(long count, String what) throws IOException {
        check(count, what);
        for (long left = count; left > 0; ) {
            ensureOne();
            int now = (int) Math.min(left, buffer.remaining());
            buffer.position(buffer.position() + now);
            left -= now;
        }
    }

    /// A text with its length before it, made fit to be shown.
    String text(String what) throws IOException {
        String text = new String(take(unsigned32(), what), StandardCharsets.UTF_8);
        return text.substring(0, Math.min(text.length(), LONGEST_SHOWN))
                .replaceFirst("\\p{C}+$", "")
                .replaceAll("\\p{C}", "?")
                .strip();
    }

    private static void check(long count, String what) throws ProtocolException {
        if (count > LARGEST) {
            throw new ProtocolException(
                    what + " of " + count + " bytes; at most " + LARGEST + " are taken");
        }
    }

    private void ensureOne() throws IOException {
        if (buffer.hasRemaining()) {
            return;
        }
        buffer.clear();
        int got = channel.read(buffer);
        buffer.flip();
        if (got < 0) {
            throw new EOFException("the server closed it");
        }
    }
}
