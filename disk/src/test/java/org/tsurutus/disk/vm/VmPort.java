package org.tsurutus.disk.vm;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// A serial line to whoever obeys in the VM: a line goes there, lines come back, the last of them
/// `end CODE`.
final class VmPort implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final SocketChannel channel;
    private final BufferedReader reader;

    /// Waits until QEMU listens there.
    VmPort(Path socket) throws IOException, InterruptedException {
        channel = connect(socket);
        reader =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
    }

    private static SocketChannel connect(Path socket) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return SocketChannel.open(UnixDomainSocketAddress.of(socket));
            } catch (IOException e) {
                if (System.nanoTime() > end) {
                    throw e;
                }
                Thread.sleep(10);
            }
        }
    }

    /// The next line that comes by itself.
    String line() throws IOException {
        try {
            // on threads of its own: the common pool of a host with two cores has but one
            return CompletableFuture.supplyAsync(this::read, Thread::startVirtualThread)
                    .get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | TimeoutException e) {
            throw new IOException("the storage VM does not answer; its console says more", e);
        }
    }

    private String read() {
        try {
            return Objects.requireNonNull(reader.readLine(), "the end of what the VM says");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
