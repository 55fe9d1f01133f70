package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// One of a server's zlib streams. It lives as long as the connection, and each rectangle brings a
/// piece of it. No more is unpacked than is asked for.
final class ZlibStream implements ByteSource, AutoCloseable {
    private final Inflater inflater = new Inflater();
    private final byte[] one = new byte[1];

    /// Brings the next piece.
    void feed(byte[] piece) {
        inflater.setInput(piece);
    }

    /// Begins anew, as the server does.
    void reset() {
        inflater.reset();
    }

    @Override
    public void read(byte[] into, int from, int count) throws IOException {
        for (int done = 0; done < count; ) {
            int now = inflate(into, from + done, count - done);
            if (now == 0) {
                throw new ProtocolException("its zlib data unpacks to less than it needs");
            }
            done += now;
        }
    }

    @Override
    public int unsigned8() throws IOException {
        read(one, 0, 1);
        return one[0] & 0xFF;
    }

    /// Passes over what the piece still holds, which may be nothing but zlib's own marks.
    void finish() throws IOException {
        if (inflate(one, 0, 1) != 0) {
            throw new ProtocolException("its zlib data unpacks to more than it needs");
        }
    }

    private int inflate(byte[] into, int from, int count) throws ProtocolException {
        try {
            return inflater.inflate(into, from, count);
        } catch (DataFormatException e) {
            ProtocolException broken =
                    new ProtocolException("its zlib data is damaged: " + e.getMessage());
            broken.initCause(e);
            throw broken;
        }
    }

    @Override
    public void close() {
        inflater.end();
    }
}
