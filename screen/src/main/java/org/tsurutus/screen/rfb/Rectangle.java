package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;

/// The head of a rectangle of an update.
///
/// @param encoding the number of what it holds
record Rectangle(int x, int y, int width, int height, int encoding) {
    static Rectangle read(ByteSource server) throws IOException {
        return new Rectangle(
                server.unsigned16(),
                server.unsigned16(),
                server.unsigned16(),
                server.unsigned16(),
                server.signed32());
    }

    /// Pixels in it.
    long area() {
        return (long) width * height;
    }

    /// @throws ProtocolException when it does not lie in the picture
    void checkInside(Picture picture) throws ProtocolException {
        if (x + width > picture.width() || y + height > picture.height()) {
            throw new ProtocolException(
                    "it leaves the screen of " + picture.width() + " x " + picture.height());
        }
    }

    /// For messages.
    String told() {
        String name = Encoding.of(encoding).map(Encoding::name).orElse("encoding " + encoding);
        return "rectangle of %d x %d at %d,%d (%s)".formatted(width, height, x, y, name);
    }
}
