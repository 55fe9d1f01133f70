package org.tsurutus.bench.toolkit;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.tsurutus.bench.BenchException;
import org.tsurutus.sensor.fact.RawFact;

/// Takes the files that `gallery.exe` writes out of the facts that the guest ships.
final class TreeFiles implements Consumer<RawFact> {
    private static final String NAME = "/tsu-tree-";
    private static final int MAX_BYTES = 1 << 20;

    private final Map<Long, ByteArrayOutputStream> open = new HashMap<>();
    private final BlockingQueue<String> files = new LinkedBlockingQueue<>();

    @Override
    public void accept(RawFact fact) {
        switch (fact) {
            case RawFact.Closed closed -> {
                if (closed.path().contains(NAME) && closed.size() <= MAX_BYTES) {
                    open.put(closed.content(), new ByteArrayOutputStream());
                }
            }
            case RawFact.Content content ->
                    Optional.ofNullable(open.get(content.content()))
                            .ifPresent(file -> add(file, content));
            case RawFact.ClosedEnd end ->
                    Optional.ofNullable(open.remove(end.content()))
                            .ifPresent(file -> files.add(file.toString(StandardCharsets.UTF_8)));
            case RawFact.Note _,
                    RawFact.Trace _,
                    RawFact.Created _,
                    RawFact.Deleted _,
                    RawFact.Moved _,
                    RawFact.Lost _,
                    RawFact.Counted _,
                    RawFact.Datagram _,
                    RawFact.RawWrite _,
                    RawFact.Attributes _,
                    RawFact.Connected _,
                    RawFact.Accepted _,
                    RawFact.Served _ -> {}
        }
    }

    private static void add(ByteArrayOutputStream file, RawFact.Content content) {
        byte[] bytes = new byte[content.bytes().remaining()];
        content.bytes().duplicate().get(bytes);
        file.writeBytes(bytes);
    }

    /// The next file.
    ///
    /// @throws BenchException when none comes in time
    String take(Duration patience) {
        try {
            String file = files.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            if (file == null) {
                throw new BenchException(
                        "gallery.exe wrote nothing for " + patience.toSeconds() + " s");
            }
            return file;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchException("interrupted while waiting for gallery.exe", e);
        }
    }

    /// Whether the dialog of the file that was taken last is still shown, as far as is known.
    boolean isLatest() {
        return files.isEmpty();
    }
}
