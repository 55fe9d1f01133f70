package org.tsurutus.markii.sort;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.tsurutus.markii.lines.LineCounts;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.where.LineFilter;
import org.tsurutus.markii.where.LineSelection;

/// The lines of a block, sorted, each behind its key; see [Entries] for the form.
///
/// @param counts what became of the block's lines
@SuppressWarnings("ArrayRecordComponent") // nobody compares chunks
record Chunk(byte[] bytes, LineCounts counts) {

    /// A line while its block is sorted.
    ///
    /// @param breakMissing whether a line end must be added
    private record Item(byte[] key, int from, int to, boolean breakMissing)
            implements Comparable<Item> {
        int size() {
            return Entries.HEADER + key.length + to - from + (breakMissing ? 1 : 0);
        }

        @Override
        public int compareTo(Item other) {
            return Arrays.compareUnsigned(key, other.key);
        }

        /// @return the place behind what was written
        int write(byte[] block, byte[] target, int at) {
            int line = to - from + (breakMissing ? 1 : 0);
            int place = Entries.writeHeader(target, at, key.length, line);
            System.arraycopy(key, 0, target, place, key.length);
            place += key.length;
            System.arraycopy(block, from, target, place, to - from);
            if (breakMissing) {
                target[place + line - 1] = '\n';
            }
            return place + line;
        }
    }

    /// Sorts a block's chosen records; lines that are no records stay behind them.
    static Chunk of(Block block, SortOrder order, LineSelection selection) {
        LineFilter filter = selection.on(block);
        KeyWriter keys = order.on(block);
        LineCursor line = new LineCursor(block);
        List<Item> items = new ArrayList<>();
        long records = 0;
        long leftOut = 0;
        long malformed = 0;
        long endMarks = 0;
        while (line.next()) {
            switch (line.kind()) {
                case RECORD -> {
                    if (filter.matches(line)) {
                        items.add(item(block, line, keys.record(line)));
                        records++;
                    } else {
                        leftOut++;
                    }
                }
                case MALFORMED -> {
                    items.add(item(block, line, KeyWriter.noRecord()));
                    malformed += line.isContinued() ? 0 : 1;
                }
                case END_MARK -> endMarks++;
            }
        }
        Collections.sort(items);
        return new Chunk(
                bytes(block, items), new LineCounts(records, leftOut, malformed, endMarks));
    }

    /// The pieces of a line that is too long follow each other, so only the last needs a line end.
    private static Item item(Block block, LineCursor line, byte[] key) {
        int to = line.endWithBreak();
        boolean cut = block.cut() && to == block.end();
        return new Item(key, line.start(), to, !cut && block.bytes()[to - 1] != '\n');
    }

    private static byte[] bytes(Block block, List<Item> items) {
        byte[] bytes = new byte[items.stream().mapToInt(Item::size).sum()];
        int at = 0;
        for (Item item : items) {
            at = item.write(block.bytes(), bytes, at);
        }
        return bytes;
    }

    Entries entries() {
        return new Entries(new ByteArrayInputStream(bytes));
    }
}
