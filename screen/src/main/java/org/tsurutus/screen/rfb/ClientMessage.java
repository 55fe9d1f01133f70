package org.tsurutus.screen.rfb;

import java.nio.ByteBuffer;
import java.util.List;

/// The messages of a client, RFC 6143 §7.3.1 and 7.5, as bytes.
final class ClientMessage {
    private ClientMessage() {}

    /// Others may look on.
    static byte[] shared() {
        return new byte[] {1};
    }

    /// SetPixelFormat: 32 bits, depth 24, little-endian, true colour, `0xRRGGBB`.
    static byte[] pixelFormat() {
        byte[] message = new byte[20];
        ByteBuffer.wrap(message)
                .position(4)
                .put(new byte[] {32, 24, 0, 1})
                .putShort((short) 255)
                .putShort((short) 255)
                .putShort((short) 255)
                .put(new byte[] {16, 8, 0});
        return message;
    }

    /// SetEncodings, most wanted first.
    static byte[] encodings(List<Integer> numbers) {
        byte[] message = new byte[4 + 4 * numbers.size()];
        ByteBuffer buffer = ByteBuffer.wrap(message).put(0, (byte) 2).position(2);
        buffer.putShort((short) numbers.size());
        numbers.forEach(buffer::putInt);
        return message;
    }

    /// FramebufferUpdateRequest for the whole screen.
    ///
    /// @param changes whether only what has changed is wanted
    static byte[] updateRequest(boolean changes, int width, int height) {
        byte[] message = new byte[10];
        ByteBuffer.wrap(message)
                .put((byte) 3)
                .put((byte) (changes ? 1 : 0))
                .position(6)
                .putShort((short) width)
                .putShort((short) height);
        return message;
    }

    /// KeyEvent.
    static byte[] key(int keysym, boolean pressed) {
        byte[] message = new byte[8];
        ByteBuffer.wrap(message)
                .put((byte) 4)
                .put((byte) (pressed ? 1 : 0))
                .position(4)
                .putInt(keysym);
        return message;
    }

    /// PointerEvent.
    ///
    /// @param buttons bit 0 is the main button, bits 3 and 4 are the wheel, up and down
    static byte[] pointer(int buttons, int x, int y) {
        byte[] message = new byte[6];
        ByteBuffer.wrap(message)
                .put((byte) 5)
                .put((byte) buttons)
                .putShort((short) x)
                .putShort((short) y);
        return message;
    }
}
