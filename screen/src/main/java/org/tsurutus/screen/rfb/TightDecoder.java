package org.tsurutus.screen.rfb;

import static org.tsurutus.screen.rfb.PixelLayout.TPIXEL;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.List;
import java.util.stream.Stream;

/// Tight, `rfbproto.rst`: one colour, a JPEG picture, or filtered pixels in one of four zlib
/// streams.
final class TightDecoder implements AutoCloseable {
    private static final int FILL = 8;
    private static final int JPEG = 9;
    private static final int FILTER_FOLLOWS = 4;

    /// Fewer bytes than these are sent as they are.
    private static final int LEAST_PACKED = 12;

    private final List<ZlibStream> streams = Stream.generate(ZlibStream::new).limit(4).toList();

    void decode(ServerBytes server, Rectangle area, Picture picture) throws IOException {
        int control = server.unsigned8();
        for (int stream = 0; stream < streams.size(); stream++) {
            if ((control >> stream & 1) != 0) {
                streams.get(stream).reset();
            }
        }
        int kind = control >> 4;
        if (kind == FILL) {
            int colour = TPIXEL.read(server);
            picture.fill(area.x(), area.y(), area.width(), area.height(), colour);
        } else if (kind == JPEG) {
            JpegPicture.decode(server.take(compactLength(server), "JPEG"), area, picture);
        } else if (kind < FILL) {
            int filter = (kind & FILTER_FOLLOWS) == 0 ? 0 : server.unsigned8();
            filtered(server, TightFilter.read(filter, server), kind & 3, area, picture);
        } else {
            throw new ProtocolException("it is of the unknown kind " + kind);
        }
    }

    private void filtered(
            ServerBytes server, TightFilter filter, int number, Rectangle area, Picture picture)
            throws IOException {
        if ((long) filter.rowBytes(area.width()) * area.height() < LEAST_PACKED) {
            filter.decode(server, area, picture);
            return;
        }
        ZlibStream stream = streams.get(number);
        stream.feed(server.take(compactLength(server), "zlib data"));
        filter.decode(stream, area, picture);
        stream.finish();
    }

    /// A length in one to three bytes, seven bits each, the least first; eight in the third.
    private static int compactLength(ByteSource server) throws IOException {
        int first = server.unsigned8();
        if (first < 128) {
            return first;
        }
        int second = server.unsigned8();
        int length = (first & 127) | (second & 127) << 7;
        return second < 128 ? length : length | server.unsigned8() << 14;
    }

    @Override
    public void close() {
        streams.forEach(ZlibStream::close);
    }
}
