package org.tsurutus.disk.vm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A serial line to whoever obeys in the VM: a line goes there, lines come back, the last of them
/// `end CODE`.
final class VmPort implements AutoCloseable {
    private static final long PATIENCE = 20_000_000_000L;

    private final SocketChannel channel;
    private final BufferedReader reader;

    /// Waits until QEMU has made the socket.
    VmPort(Path socket) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(socket) && System.nanoTime() < end) {
            Thread.sleep(10);
        }
        channel = SocketChannel.open(StandardProtocolFamily.UNIX);
        channel.connect(UnixDomainSocketAddress.of(socket));
        reader =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    /// The next line that comes by itself.
    String line() throws IOException {
        String line = reader.readLine();
        if (line == null) {
            throw new IOException("the storage VM ended; its console says more");
        }
        return line;
    }

    void say(String line) throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /// What is answered to a line.
    Reply attempt(String line) throws IOException {
        say(line);
        List<String> lines = new ArrayList<>();
        while (true) {
            String answer = line();
            if (answer.startsWith("end ")) {
                return new Reply(Integer.parseInt(answer.substring(4)), List.copyOf(lines));
            }
            lines.add(answer);
        }
    }

    /// What is answered to a line that must succeed.
    List<String> ask(String line) throws IOException {
        Reply reply = attempt(line);
        if (reply.code() != 0) {
            throw new AssertionError(line + " failed in the VM: " + reply.lines());
        }
        return reply.lines();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }

    /// @param code 0 when it succeeded
    record Reply(int code, List<String> lines) {
        String text() {
            return String.join("\n", lines);
        }
    }
}
