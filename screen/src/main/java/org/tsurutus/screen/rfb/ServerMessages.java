package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;
import java.util.Map;
import org.tsurutus.screen.ScreenException;

/// Reads a server's messages and applies its updates to the picture. Source: RFC 6143 §7.6.
final class ServerMessages implements AutoCloseable {
    private static final int UPDATE = 0;
    private static final int COLOUR_MAP = 1;
    private static final int BELL = 2;
    private static final int CUT_TEXT = 3;

    private final ServerBytes server;
    private final Picture picture;
    private final ZrleDecoder zrle = new ZrleDecoder();
    private final TightDecoder tight = new TightDecoder();
    private final Map<Encoding, Long> received;

    /// @param received takes how many rectangles of each encoding came
    ServerMessages(ServerBytes server, Picture picture, Map<Encoding, Long> received) {
        this.server = server;
        this.picture = picture;
        this.received = received;
    }

    /// Waits for an update and applies all of it.
    ///
    /// @return whether the screen has another size now
    /// @throws ScreenException when a message cannot be understood
    boolean applyUpdate() throws IOException {
        while (true) {
            int type = server.unsigned8();
            switch (type) {
                case UPDATE -> {
                    return update();
                }
                case BELL -> {}
                case CUT_TEXT -> {
                    server.skip(3, "padding");
                    server.skip(server.unsigned32(), "cut text");
                }
                case COLOUR_MAP ->
                        throw new ProtocolException(
                                "it sends a colour map, though true colour was asked for");
                default -> throw new ProtocolException("it sends the unknown message " + type);
            }
        }
    }

    private boolean update() throws IOException {
        server.skip(1, "padding");
        int count = server.unsigned16();
        boolean resized = false;
        for (int each = 0; each < count; each++) {
            Rectangle rectangle = Rectangle.read(server);
            if (rectangle.encoding() == Encoding.LAST_RECT.number()) {
                break;
            }
            try {
                resized |= apply(rectangle);
            } catch (ProtocolException e) {
                throw new ScreenException(
                        "the VNC server breaks the protocol at the "
                                + rectangle.told()
                                + ": "
                                + e.getMessage()
                                + "; connect anew",
                        e);
            }
        }
        return resized;
    }

    private boolean apply(Rectangle rectangle) throws IOException {
        Encoding encoding =
                Encoding.of(rectangle.encoding())
                        .orElseThrow(
                                () -> new ProtocolException("an encoding that nobody asked for"));
        received.merge(encoding, 1L, Long::sum);
        switch (encoding) {
            case RAW, COPY_RECT, HEXTILE, TIGHT, ZRLE -> pixels(encoding, rectangle);
            case CURSOR -> skipCursor(rectangle);
            case DESKTOP_SIZE -> {
                return picture.resize(rectangle.width(), rectangle.height());
            }
            case EXTENDED_DESKTOP_SIZE -> {
                return extendedSize(rectangle);
            }
            case LAST_RECT -> {}
        }
        return false;
    }

    private void pixels(Encoding encoding, Rectangle area) throws IOException {
        area.checkInside(picture);
        switch (encoding) {
            case RAW ->
                    PixelLayout.PIXEL.readRows(
                            server, picture, area.x(), area.y(), area.width(), area.height());
            case COPY_RECT -> copy(area);
            case HEXTILE -> HextileDecoder.decode(server, area, picture);
            case TIGHT -> tight.decode(server, area, picture);
            case ZRLE -> zrle.decode(server, area, picture);
            case CURSOR, DESKTOP_SIZE, EXTENDED_DESKTOP_SIZE, LAST_RECT -> {}
        }
        picture.received(area);
    }

    private void copy(Rectangle area) throws IOException {
        int fromX = server.unsigned16();
        int fromY = server.unsigned16();
        new Rectangle(fromX, fromY, area.width(), area.height(), area.encoding())
                .checkInside(picture);
        picture.copy(fromX, fromY, area);
    }

    private void skipCursor(Rectangle cursor) throws IOException {
        long mask = (cursor.width() + 7L) / 8 * cursor.height();
        server.skip(cursor.area() * PixelLayout.PIXEL.size() + mask, "pointer's shape");
    }

    /// The screens that follow are parts of the one picture. A refusal of a size that a client
    /// asked for changes nothing.
    private boolean extendedSize(Rectangle size) throws IOException {
        int screens = server.unsigned8();
        server.skip(3 + 16L * screens, "screens");
        boolean refusal = size.x() == 1 && size.y() != 0;
        return !refusal && picture.resize(size.width(), size.height());
    }

    @Override
    public void close() {
        zrle.close();
        tight.close();
    }
}
