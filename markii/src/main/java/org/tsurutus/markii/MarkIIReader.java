package org.tsurutus.markii;

import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.BlockReader;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogFile;
import org.tsurutus.markii.scan.LogSource;

/// Reads a log as objects, line by line, and never stops at a bad one; `scan` is the same for
/// gigabytes.
///
/// Each line is UTF-8; one that is not is tried as windows-31j. Lines end with LF or CR LF, the
/// last one may end with the file. A line over 16 MiB is reported as malformed, in pieces. What is
/// compressed with gzip or Zstandard is decompressed.
///
/// A record that this class read from UTF-8 is written back by [MarkIIWriter] as the same line; any
/// line is by [MarkIIWriter#copy]. Not for use by several threads at once.
public final class MarkIIReader implements Iterator<Line>, AutoCloseable {
    /// The longest line that is read as a record, in bytes.
    public static final int LONGEST_LINE = Block.LONGEST_LINE;

    private static final int SHOWN_OF_TOO_LONG_LINE = 1 << 10;

    private final BlockReader blocks;
    private Optional<Block> block = Optional.empty();
    private Optional<LineCursor> cursor = Optional.empty();
    private Optional<Line> ahead = Optional.empty();

    /// Reads from a stream, which [#close] closes.
    public MarkIIReader(InputStream in) {
        this(LogSource.of("the log", in));
    }

    private MarkIIReader(LogSource source) {
        this.blocks = new BlockReader(List.of(source));
    }

    /// Opens a file.
    ///
    /// @throws MarkIIException when it cannot be opened
    public static MarkIIReader open(Path file) {
        MarkIIReader reader = new MarkIIReader(new LogFile(file));
        reader.ahead = reader.read();
        return reader;
    }

    /// Reads one line without its line end.
    ///
    /// @throws MarkIIException for a line that is no record; the message says why
    public static MarkIIRecord record(String line) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        Block block = Block.of(bytes);
        LineCursor cursor = new LineCursor(block);
        if (!cursor.next()) {
            throw new MarkIIException("the line is empty");
        }
        if (cursor.kind() != LineCursor.Kind.RECORD) {
            throw new MarkIIException(cursor.reason());
        }
        if (cursor.end() != bytes.length) {
            throw new MarkIIException("a line end stands inside the line; read one line at a time");
        }
        return record(cursor, block);
    }

    /// @throws MarkIIException when the stream cannot be read any further
    @Override
    public boolean hasNext() {
        if (ahead.isEmpty()) {
            ahead = read();
        }
        return ahead.isPresent();
    }

    @Override
    public Line next() {
        if (!hasNext()) {
            throw new NoSuchElementException("there is no line after the last one");
        }
        Line line = ahead.orElseThrow();
        ahead = Optional.empty();
        return line;
    }

    /// The lines that are left, read as the stream asks for them.
    public Stream<Line> lines() {
        int traits = Spliterator.ORDERED | Spliterator.NONNULL;
        return StreamSupport.stream(Spliterators.spliteratorUnknownSize(this, traits), false);
    }

    @Override
    public void close() {
        blocks.close();
    }

    private Optional<Line> read() {
        while (true) {
            if (cursor.isPresent() && cursor.get().next()) {
                return Optional.of(line(cursor.get(), block.orElseThrow()));
            }
            block.ifPresent(blocks::giveBack);
            block = blocks.next();
            if (block.isEmpty()) {
                cursor = Optional.empty();
                return Optional.empty();
            }
            cursor = block.map(LineCursor::new);
        }
    }

    private static Line line(LineCursor cursor, Block block) {
        long number = cursor.number();
        long offset = cursor.offset();
        byte[] copy = Arrays.copyOfRange(block.bytes(), cursor.start(), cursor.endWithBreak());
        ByteBuffer bytes = ByteBuffer.wrap(copy).asReadOnlyBuffer();
        return switch (cursor.kind()) {
            case RECORD ->
                    new Line.Entry(number, offset, bytes, cursor.charset(), record(cursor, block));
            case MALFORMED ->
                    new Line.Malformed(number, offset, bytes, cursor.reason(), shown(cursor));
            case END_MARK -> new Line.EndMark(number, offset, bytes);
        };
    }

    private static String shown(LineCursor cursor) {
        int length = cursor.end() - cursor.start();
        int kept = cursor.isTooLong() ? Math.min(length, SHOWN_OF_TOO_LONG_LINE) : length;
        return cursor.text(cursor.start(), cursor.start() + kept);
    }

    private static MarkIIRecord record(LineCursor cursor, Block block) {
        List<Field> fields = new ArrayList<>(cursor.fields());
        for (int field = 0; field < cursor.fields(); field++) {
            fields.add(new Field(cursor.key(field), cursor.value(field), cursor.isQuoted(field)));
        }
        OffsetDateTime time =
                Instant.ofEpochSecond(Math.floorDiv(cursor.millis(), 1000L), cursor.nanos())
                        .atOffset(ZoneOffset.ofTotalSeconds(cursor.zoneSeconds()));
        return new MarkIIRecord(time, form(cursor, block), fields);
    }

    private static HeaderForm form(LineCursor cursor, Block block) {
        int length = cursor.keyStart(0) - 1 - cursor.start();
        boolean maybeNegativeZero =
                cursor.zoneSeconds() == 0 && block.bytes()[cursor.start() + length - 5] == '-';
        return length == 29 && cursor.hasZone() && !maybeNegativeZero
                ? HeaderForm.USUAL
                : HeaderForm.of(cursor.text(cursor.start(), cursor.start() + length));
    }
}
