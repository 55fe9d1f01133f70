package org.tsurutus.screen.rfb;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.tsurutus.screen.Frame;

/// QEMU's monitor, which says by other ways what is on the screen.
final class Monitor implements AutoCloseable {
    private static final int TEXT = 0xB8000;

    private final SocketChannel channel;
    private final BufferedReader answers;
    private final Path folder;

    Monitor(Path socket, Path folder) throws IOException {
        this.folder = folder;
        channel = SocketChannel.open(UnixDomainSocketAddress.of(socket));
        answers =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
        answers.readLine();
        execute("{'execute': 'qmp_capabilities'}");
    }

    private void execute(String command) {
        try {
            byte[] line = command.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
            channel.write(ByteBuffer.wrap(line));
            String answer = answers.readLine();
            while (!answer.contains("\"return\"")) {
                if (answer.contains("\"error\"")) {
                    throw new AssertionError(answer);
                }
                answer = answers.readLine();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The screen by `screendump`.
    Frame frame() {
        Path file = folder.resolve("screen.ppm");
        execute("{'execute': 'screendump', 'arguments': {'filename': '" + file + "'}}");
        return Frame.parsePpm(bytes(file));
    }

    /// The characters on a PC's text screen.
    String text() {
        Path file = folder.resolve("text");
        execute(
                "{'execute': 'pmemsave', 'arguments': {'val': %d, 'size': 4000, 'filename': '%s'}}"
                        .formatted(TEXT, file));
        byte[] cells = bytes(file);
        StringBuilder text = new StringBuilder();
        for (int cell = 0; cell < cells.length; cell += 2) {
            text.append((char) (cells[cell] & 0xFF));
        }
        return text.toString();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
