package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Durable;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.store.DiskName;

/// What happened to each disk, one line before and one after each step, each on the medium before
/// the next thing is done. The last line of a disk says how it stands.
final class Journal {
    /// A journal beyond this is written anew with each disk's last line.
    private static final int MANY_BYTES = 1024 * 1024;

    private final Path file;
    private final Milestones milestones;

    Journal(Path file, Milestones milestones) {
        this.file = file;
        this.milestones = milestones;
    }

    void append(Entry entry) {
        String what = entry.step() + (entry.isDone() ? " is done" : " begins");
        milestones.reached("before the line: " + what);
        ByteBuffer line = ByteBuffer.wrap((entry.line() + "\n").getBytes(StandardCharsets.UTF_8));
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
            while (line.hasRemaining()) {
                channel.write(line);
            }
            channel.force(true);
        } catch (IOException e) {
            throw new DiskException("cannot write the journal " + file + ": " + e, e);
        }
        milestones.reached("after the line: " + what);
    }

    /// Each disk's last line. What follows the last end of a line was never finished, and the step
    /// that it announces never begun: it is cut off, so that the next line stands alone.
    ///
    /// The caller holds the store's lock.
    SequencedMap<DiskName, Entry> last() {
        try {
            String text = Files.readString(file);
            int whole = text.lastIndexOf('\n') + 1;
            if (whole < text.length()) {
                cut(text.substring(0, whole));
            }
            SequencedMap<DiskName, Entry> last = new LinkedHashMap<>();
            text.substring(0, whole)
                    .lines()
                    .map(Entry::parse)
                    .forEach(entry -> {
                        if (entry.state() instanceof DiskState.Gone) {
                            last.remove(entry.disk());
                        } else {
                            last.put(entry.disk(), entry);
                        }
                    });
            if (whole > MANY_BYTES) {
                compact(last);
            }
            return last;
        } catch (NoSuchFileException _) {
            return new LinkedHashMap<>();
        } catch (IOException e) {
            throw new DiskException("cannot read the journal " + file + ": " + e, e);
        }
    }

    private void cut(String whole) throws IOException {
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.truncate(whole.getBytes(StandardCharsets.UTF_8).length);
            channel.force(true);
        }
    }

    private void compact(Map<DiskName, Entry> last) throws IOException {
        Durable.write(
                file,
                last.values().stream()
                        .map(entry -> entry.line() + "\n")
                        .collect(Collectors.joining()));
    }
}
