package org.tsurutus.network.summary;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.lines.Json;

/// The files of a summary, one for each topic, each bounded.
final class SummaryFiles implements AutoCloseable {
    private static final long MOST_LINES = 1_000_000;

    private final Path folder;
    private final Losses losses;
    private final Map<Topic, BufferedWriter> writers = new EnumMap<>(Topic.class);
    private final Map<Topic, Long> lines = new EnumMap<>(Topic.class);

    SummaryFiles(Path folder, Losses losses) {
        this.folder = folder;
        this.losses = losses;
        try {
            Files.createDirectories(folder);
            for (Topic topic : Topic.values()) {
                lines.put(topic, 0L);
                writers.put(topic, Files.newBufferedWriter(folder.resolve(topic.fileName())));
            }
        } catch (IOException e) {
            close();
            throw failure(e);
        }
    }

    void add(Topic topic, Object line) {
        BufferedWriter writer = writers.get(topic);
        long count = lines.getOrDefault(topic, 0L);
        if (writer == null || count == MOST_LINES) {
            losses.add(LeftOut.LINES);
            return;
        }
        try {
            writer.write(Json.line(line));
            writer.write('\n');
            lines.put(topic, count + 1);
        } catch (IOException e) {
            throw failure(e);
        }
    }

    Map<Topic, Long> lines() {
        return new EnumMap<>(lines);
    }

    @Override
    public void close() {
        for (BufferedWriter writer : writers.values()) {
            try {
                writer.close();
            } catch (IOException e) {
                throw failure(e);
            }
        }
    }

    private NetworkException failure(IOException e) {
        return new NetworkException(
                "cannot write the summary into " + folder + ": " + e + "; is there room?", e);
    }
}
