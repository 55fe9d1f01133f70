package org.tsurutus.markii;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads a log line by line and never stops at a bad one.
///
/// Each line is UTF-8; one that is not is tried as windows-31j. Lines end with LF or CR LF, the
/// last one may end with the file. A line over 16 MiB is reported as malformed.
///
/// A record that this class read is written back by [MarkIIWriter] as the same line. Not for use by
/// several threads at once.
public final class MarkIIReader implements Iterator<Line>, AutoCloseable {
    /// The longest line that is read as a record, in bytes.
    public static final int LONGEST_LINE = 16 << 20;

    private static final Charset JAPANESE = Charset.forName("windows-31j");
    private static final List<Charset> CHARSETS = List.of(StandardCharsets.UTF_8, JAPANESE);
    private static final int KEPT_OF_TOO_LONG_LINE = 1 << 10;
    private static final byte END_MARK = 0x1A;

    private final InputStream in;
    private final String name;
    private final LineSplitter splitter;
    private Optional<Line> ahead = Optional.empty();

    /// Reads from a stream, which [#close] closes.
    public MarkIIReader(InputStream in) {
        this(in, "the log");
    }

    private MarkIIReader(InputStream in, String name) {
        this.in = in;
        this.name = name;
        this.splitter = new LineSplitter(in, LONGEST_LINE);
    }

    /// Opens a file.
    ///
    /// @throws MarkIIException when it cannot be opened
    public static MarkIIReader open(Path file) {
        try {
            return new MarkIIReader(Files.newInputStream(file), file.toString());
        } catch (IOException e) {
            throw new MarkIIException(
                    "cannot open " + file + ": " + e + "; check the path and its permissions", e);
        }
    }

    /// Reads one line without its line end.
    ///
    /// @throws MarkIIException for a line that is no record; the message says why
    public static MarkIIRecord record(String line) {
        return LineParser.parse(line);
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
            throw new NoSuchElementException("no line after the last of " + name);
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
        try {
            in.close();
        } catch (IOException e) {
            throw new MarkIIException("cannot close " + name + ": " + e, e);
        }
    }

    private Optional<Line> read() {
        try {
            return splitter.next().map(MarkIIReader::line);
        } catch (IOException e) {
            throw new MarkIIException(
                    "cannot read " + name + " any further: " + e + "; read it again", e);
        }
    }

    private static Line line(LineSplitter.RawLine raw) {
        if (!raw.isWhole()) {
            String reason =
                    "the line has "
                            + raw.length()
                            + " bytes, over the limit of "
                            + LONGEST_LINE
                            + "; only its beginning is kept";
            return malformed(raw, reason, raw.bytes().slice(0, KEPT_OF_TOO_LONG_LINE));
        }
        if (raw.length() == 1 && raw.bytes().get(0) == END_MARK) {
            return new Line.EndMark(raw.number(), raw.offset());
        }
        for (Charset charset : CHARSETS) {
            Optional<String> text = decode(raw.bytes(), charset);
            if (text.isPresent()) {
                return line(raw, charset, text.get());
            }
        }
        return malformed(raw, "the line is neither UTF-8 nor windows-31j", raw.bytes());
    }

    private static Line line(LineSplitter.RawLine raw, Charset charset, String text) {
        try {
            MarkIIRecord record = LineParser.parse(text);
            return new Line.Entry(raw.number(), raw.offset(), charset, record);
        } catch (MarkIIException e) {
            String reason = String.valueOf(e.getMessage());
            return new Line.Malformed(raw.number(), raw.offset(), reason, text);
        }
    }

    private static Line malformed(LineSplitter.RawLine raw, String reason, ByteBuffer bytes) {
        String text = StandardCharsets.UTF_8.decode(bytes.duplicate()).toString();
        return new Line.Malformed(raw.number(), raw.offset(), reason, text);
    }

    private static Optional<String> decode(ByteBuffer bytes, Charset charset) {
        try {
            return Optional.of(charset.newDecoder().decode(bytes.duplicate()).toString());
        } catch (CharacterCodingException _) {
            return Optional.empty();
        }
    }
}
