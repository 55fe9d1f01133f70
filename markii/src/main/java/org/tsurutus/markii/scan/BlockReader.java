package org.tsurutus.markii.scan;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipException;
import org.tsurutus.markii.MarkIIException;

/// Cuts logs, one after the other, into blocks of whole lines.
///
/// Memory is bounded by the blocks that are not yet given back and by the longest line. Not for use
/// by several threads at once.
public final class BlockReader implements AutoCloseable {
    /// Most logs that are read in passing are small.
    private static final int FIRST_SIZE = 1 << 16;

    private static final int USUAL_SIZE = 1 << 20;

    /// The copies that Java makes on the way stay in the processor's cache.
    private static final int READ_AT_ONCE = 1 << 16;

    private static final int LARGEST_SIZE = Block.LONGEST_LINE + 2;
    private static final byte[] NOTHING = {};

    private final Iterator<LogSource> sources;
    private final boolean countsLines;
    private final int firstSize;
    private final int usualSize;
    private final Deque<byte[]> spare = new ArrayDeque<>();
    private Optional<Open> open = Optional.empty();

    /// A log while it is read.
    private static final class Open {
        final LogSource source;
        final InputStream in;
        byte[] carried = NOTHING;
        long offset;
        long line = 1;
        boolean continued;
        boolean ended;
        Optional<IOException> broken = Optional.empty();

        Open(LogSource source, InputStream in) {
            this.source = source;
            this.in = in;
        }
    }

    /// A reader before the first log's first block.
    public BlockReader(List<LogSource> sources) {
        this(sources, FIRST_SIZE, USUAL_SIZE, true);
    }

    /// Reads in blocks of other sizes than usual, for tests.
    BlockReader(List<LogSource> sources, int firstSize, int usualSize) {
        this(sources, firstSize, usualSize, true);
    }

    private BlockReader(
            List<LogSource> sources, int firstSize, int usualSize, boolean countsLines) {
        this.sources = sources.iterator();
        this.countsLines = countsLines;
        this.firstSize = firstSize;
        this.usualSize = usualSize;
    }

    /// A reader whose blocks all begin with line 1; who asks for it counts with [#breaks].
    static BlockReader withoutNumbers(List<LogSource> sources) {
        return new BlockReader(sources, FIRST_SIZE, USUAL_SIZE, false);
    }

    /// The next block; empty behind the last log's last one.
    ///
    /// @throws MarkIIException when a log cannot be opened or read; what was read before has been
    ///   handed out
    public Optional<Block> next() {
        while (open.isPresent() || sources.hasNext()) {
            if (open.isEmpty()) {
                open = Optional.of(open(sources.next()));
            }
            Optional<Block> block = read(open.get());
            if (block.isPresent()) {
                return block;
            }
            close();
        }
        return Optional.empty();
    }

    /// Takes a block's array back for the blocks to come.
    public void giveBack(Block block) {
        if (block.bytes().length == usualSize + Swar.SLACK) {
            spare.push(block.bytes());
        }
    }

    @Override
    public void close() {
        Optional<Open> closing = open;
        open = Optional.empty();
        if (closing.isPresent()) {
            try {
                closing.get().in.close();
            } catch (IOException e) {
                throw unreadable(closing.get().source, 0, e);
            }
        }
    }

    private static Open open(LogSource source) {
        try {
            return new Open(source, source.open());
        } catch (ZipException | EOFException e) {
            // it begins as gzip does, and the head of that is damaged
            throw unreadable(source, 0, e);
        } catch (IOException e) {
            throw new MarkIIException(
                    "cannot open "
                            + source.name()
                            + ": "
                            + e
                            + "; check the path and its permissions",
                    e);
        }
    }

    private Optional<Block> read(Open log) {
        if (log.broken.isPresent()) {
            throw unreadable(log.source, log.offset, log.broken.get());
        }
        if (log.ended && log.carried.length == 0) {
            return Optional.empty();
        }
        byte[] bytes = arrayFor(log);
        System.arraycopy(log.carried, 0, bytes, 0, log.carried.length);
        int filled = log.carried.length;
        int end = 0;
        boolean more = true;
        while (more && end == 0) {
            int capacity = bytes.length - Swar.SLACK;
            if (filled == capacity && capacity == LARGEST_SIZE) {
                break;
            }
            if (filled == capacity) {
                byte[] larger = array(Math.min(capacity * 2, LARGEST_SIZE));
                System.arraycopy(bytes, 0, larger, 0, filled);
                bytes = larger;
            }
            int before = filled;
            filled = fill(log, bytes, filled);
            more = filled == bytes.length - Swar.SLACK;
            end = behindLastBreak(bytes, before, filled);
        }
        boolean cut = more && end == 0;
        if (!more || cut) {
            end = filled;
        }
        if (end == 0) {
            if (log.broken.isPresent()) {
                throw unreadable(log.source, log.offset, log.broken.get());
            }
            return Optional.empty();
        }
        return Optional.of(block(log, bytes, end, filled, cut));
    }

    /// An array with room for more than what is carried over.
    private byte[] arrayFor(Open log) {
        int carried = log.carried.length;
        if (carried >= usualSize) {
            return array(Math.min(carried * 2, LARGEST_SIZE));
        }
        if (log.offset == 0) {
            return array(firstSize);
        }
        return Optional.ofNullable(spare.poll()).orElseGet(() -> array(usualSize));
    }

    private Block block(Open log, byte[] bytes, int end, int filled, boolean cut) {
        int start = log.offset == 0 && beginsWithMark(bytes, end) ? 3 : 0;
        Block block =
                new Block(log.source, bytes, start, end, log.offset, log.line, log.continued, cut);
        log.carried = Arrays.copyOfRange(bytes, end, filled);
        log.offset += end;
        if (countsLines) {
            log.line += breaks(bytes, end);
        }
        log.continued = cut;
        return block;
    }

    private static int fill(Open log, byte[] bytes, int from) {
        int filled = from;
        int limit = bytes.length - Swar.SLACK;
        try {
            while (filled < limit) {
                int read = log.in.read(bytes, filled, Math.min(limit - filled, READ_AT_ONCE));
                if (read < 0) {
                    log.ended = true;
                    return filled;
                }
                filled += read;
            }
        } catch (IOException e) {
            log.broken = Optional.of(e);
        }
        return filled;
    }

    private static int behindLastBreak(byte[] bytes, int from, int to) {
        for (int at = to; at > from; at--) {
            if (bytes[at - 1] == '\n') {
                return at;
            }
        }
        return 0;
    }

    private static boolean beginsWithMark(byte[] bytes, int end) {
        return end >= 3
                && bytes[0] == (byte) 0xEF
                && bytes[1] == (byte) 0xBB
                && bytes[2] == (byte) 0xBF;
    }

    /// Line feeds in the first `end` bytes, eight at a time.
    static long breaks(byte[] bytes, int end) {
        long count = 0;
        int at = 0;
        for (; at + 8 <= end; at += 8) {
            count += Long.bitCount(Swar.allEqual(Swar.read(bytes, at), '\n'));
        }
        for (; at < end; at++) {
            count += bytes[at] == '\n' ? 1 : 0;
        }
        return count;
    }

    private static byte[] array(int size) {
        return new byte[size + Swar.SLACK];
    }

    private static MarkIIException unreadable(LogSource source, long offset, IOException cause) {
        String what = cause instanceof EOFException ? "it ends too early" : cause.toString();
        return new MarkIIException(
                "cannot read "
                        + source.name()
                        + " beyond byte "
                        + offset
                        + ": "
                        + what
                        + "; what stands before was read",
                cause);
    }
}
