package org.tsurutus.farm.machine.qemu;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tsurutus.farm.FarmException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// QEMU's monitor protocol over a unix socket: a command, its answer, in turn; events are passed
/// over.
///
/// Source: QEMU's `docs/interop/qmp-spec.rst`. One caller at a time; a command that QEMU does not
/// answer within ten seconds means that QEMU hangs.
final class Qmp implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final JsonMapper JSON = new JsonMapper();

    private final SocketChannel channel;
    private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();

    private sealed interface Answer {
        record Line(JsonNode json) implements Answer {}

        record Closed() implements Answer {}
    }

    Qmp(Path socket, Process qemu) {
        channel = Sockets.connect(socket, qemu, PATIENCE);
        Thread.ofVirtual().name("qmp").start(this::read);
        await("the greeting");
        execute("qmp_capabilities", Map.of());
    }

    /// Executes a command and answers with what it returned.
    synchronized JsonNode execute(String command, Map<String, Object> arguments) {
        byte[] line = JSON.writeValueAsBytes(Map.of("execute", command, "arguments", arguments));
        ByteBuffer bytes = ByteBuffer.allocate(line.length + 1).put(line).put((byte) '\n').flip();
        try {
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
        } catch (IOException e) {
            throw FarmException.environment("QEMU is gone: " + command + " could not be sent", e);
        }
        JsonNode answer = await(command);
        if (answer.has("error")) {
            throw FarmException.environment(
                    "QEMU refused "
                            + command
                            + ": "
                            + answer.path("error").path("desc").asString(""));
        }
        return answer.path("return");
    }

    private JsonNode await(String what) {
        try {
            Answer answer = answers.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return switch (answer) {
                case null ->
                        throw FarmException.environment(
                                "QEMU did not answer " + what + " within 10 s");
                case Answer.Closed _ ->
                        throw FarmException.environment("QEMU stopped before it answered " + what);
                case Answer.Line line -> line.json();
            };
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FarmException.environment(
                    "interrupted while waiting for QEMU's answer to " + what, e);
        }
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode json = JSON.readTree(line);
                if (!json.has("event")) {
                    answers.add(new Answer.Line(json));
                }
            }
        } catch (IOException | JacksonException _) {
            // the socket ends when QEMU does; whoever waits is told below
        }
        answers.add(new Answer.Closed());
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException _) {
            // nothing is left to lose
        }
    }
}
