package org.tsurutus.markii.scan;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/// A log in a file, which may be compressed.
public record LogFile(Path path) implements LogSource {
    @Override
    public String name() {
        return path.toString();
    }

    @Override
    public InputStream open() throws IOException {
        FileChannel channel = FileChannel.open(path);
        try {
            return Compression.decompressed(Channels.newInputStream(channel));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }
}
