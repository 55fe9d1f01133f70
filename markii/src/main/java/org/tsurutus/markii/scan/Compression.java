package org.tsurutus.markii.scan;

import com.github.luben.zstd.ZstdInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.util.zip.GZIPInputStream;

/// Compressed logs are known by their first bytes, whatever they are named.
final class Compression {
    private static final int WINDOW = 1 << 16;

    private Compression() {}

    /// The stream's bytes, decompressed where they begin as gzip or Zstandard do.
    static InputStream decompressed(InputStream in) throws IOException {
        PushbackInputStream ahead = new PushbackInputStream(in, 4);
        byte[] magic = new byte[4];
        int length = ahead.readNBytes(magic, 0, magic.length);
        ahead.unread(magic, 0, length);
        if (length >= 2 && begins(magic, 0x1F, 0x8B)) {
            return new GZIPInputStream(ahead, WINDOW);
        }
        if (length == 4 && begins(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return new ZstdInputStream(ahead);
        }
        return ahead;
    }

    private static boolean begins(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if ((bytes[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
