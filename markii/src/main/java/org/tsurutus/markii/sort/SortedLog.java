package org.tsurutus.markii.sort;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.tsurutus.markii.lines.LineCounts;

/// The lines of a [LogSort] in their new order, each as it was and ended by a line end.
public final class SortedLog extends InputStream {
    private final Merge merge;
    private final Runs runs;
    private final LineCounts counts;
    private Optional<Entries> current = Optional.empty();

    SortedLog(Merge merge, Runs runs, LineCounts counts) {
        this.merge = merge;
        this.runs = runs;
        this.counts = counts;
    }

    /// What became of the lines.
    public LineCounts counts() {
        return counts;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /// Reads lines for as long as there is room.
    @Override
    public int read(byte[] target, int from, int length) throws IOException {
        int at = from;
        int end = from + length;
        while (at < end && goOn()) {
            at += current.get().read(target, at, end - at);
        }
        return at == from && length > 0 ? -1 : at - from;
    }

    private boolean goOn() throws IOException {
        while (current.isEmpty() || current.get().left() == 0) {
            current = merge.next();
            if (current.isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /// Gives the room on the disk back.
    @Override
    public void close() {
        runs.close();
    }
}
