package org.tsurutus.markii.scan;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tsurutus.markii.CanonicalOrder;
import org.tsurutus.markii.Line;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.markii.event.Event;

/// What must hold for any bytes whatever; Jazzer calls [#fuzzerTestOneInput], and `FuzzingTest`
/// calls it for every input that once went wrong.
public final class LogFuzzer {
    private static final OffsetDateTime TIME =
            OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00");

    private LogFuzzer() {}

    /// Throws where something does not hold.
    public static void fuzzerTestOneInput(byte[] data) {
        List<Line> lines = lines(data);
        rebuildsFromLines(data, lines);
        lines.forEach(LogFuzzer::rebuildsFromFields);
        readsTheSameInAnyWay(data);
        writesAnyText(data);
    }

    private static List<Line> lines(byte[] data) {
        try (MarkIIReader reader = new MarkIIReader(new ByteArrayInputStream(data))) {
            return reader.lines().toList();
        } catch (MarkIIException e) {
            if (isCompressed(data)) {
                return List.of();
            }
            throw e;
        }
    }

    private static boolean isCompressed(byte[] data) {
        return data.length >= 2
                && ((data[0] == 0x1F && data[1] == (byte) 0x8B)
                        || (data[0] == 0x28 && data[1] == (byte) 0xB5));
    }

    private static void rebuildsFromLines(byte[] data, List<Line> lines) {
        if (isCompressed(data)) {
            return;
        }
        ByteArrayOutputStream rebuilt = new ByteArrayOutputStream();
        try (MarkIIWriter writer = new MarkIIWriter(rebuilt)) {
            lines.forEach(writer::copy);
        }
        int mark = data.length - rebuilt.size();
        check(mark == 0 || (mark == 3 && data[0] == (byte) 0xEF), "bytes were lost or added");
        check(
                Arrays.equals(data, mark, data.length, rebuilt.toByteArray(), 0, rebuilt.size()),
                "the lines are not the log");
        long offset = mark;
        for (Line line : lines) {
            check(line.offset() == offset, "a line has another offset");
            offset += line.bytes().remaining();
        }
    }

    private static void rebuildsFromFields(Line line) {
        switch (line) {
            case Line.Entry entry -> {
                String text = entry.charset().decode(entry.bytes().duplicate()).toString();
                String written = MarkIIWriter.line(entry.record());
                check(written.equals(withoutBreak(text)), "a record is written back differently");
                check(MarkIIReader.record(written).equals(entry.record()), "it reads differently");
                understands(entry.record());
            }
            case Line.Malformed malformed ->
                    check(!malformed.reason().isEmpty(), "a malformed line has no reason");
            case Line.EndMark mark -> check(mark.bytes().get(0) == 0x1A, "no end mark");
        }
    }

    private static String withoutBreak(String line) {
        if (line.endsWith("\r\n")) {
            return line.substring(0, line.length() - 2);
        }
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static void understands(MarkIIRecord record) {
        Event event = Event.of(record);
        check(event.record().equals(record), "an event has another record");
        event.problems().forEach(problem -> check(!problem.key().isEmpty(), "no key"));
        Optional<MarkIIRecord> canonical = canonical(record);
        canonical.ifPresent(same -> {
            check(same.fields().size() == record.fields().size(), "a field was lost");
            check(MarkIIReader.record(MarkIIWriter.line(same)).equals(same), "not canonical");
        });
    }

    private static Optional<MarkIIRecord> canonical(MarkIIRecord record) {
        try {
            return Optional.of(CanonicalOrder.canonical(record));
        } catch (MarkIIException e) {
            check(!String.valueOf(e.getMessage()).isEmpty(), "a refusal has no reason");
            return Optional.empty();
        }
    }

    /// In one block or in many small ones, with vectors or without.
    private static void readsTheSameInAnyWay(byte[] data) {
        List<String> whole = described(new BlockReader(List.of(source(data))), new SwarMarks());
        List<String> pieces =
                described(new BlockReader(List.of(source(data)), 7, 19), new SwarMarks());
        same(whole, pieces, "small blocks");
        if (LineMarks.VECTORS) {
            List<String> vectors =
                    described(new BlockReader(List.of(source(data))), new VectorMarks());
            same(whole, vectors, "vectors");
        }
    }

    private static void same(List<String> usual, List<String> other, String way) {
        if (!usual.equals(other)) {
            throw new AssertionError(way + " read differently: " + other + " instead of " + usual);
        }
    }

    private static LogSource source(byte[] data) {
        return LogSource.of("fuzz", new ByteArrayInputStream(data));
    }

    private static List<String> described(BlockReader reader, LineMarks marks) {
        List<String> lines = new ArrayList<>();
        try (reader) {
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                LineCursor line = new LineCursor(block.get(), marks);
                while (line.next()) {
                    lines.add(described(line, block.get().offset()));
                }
                reader.giveBack(block.get());
            }
        } catch (MarkIIException e) {
            lines.add("broken");
        }
        return lines;
    }

    private static String described(LineCursor line, long base) {
        StringBuilder all = new StringBuilder();
        all.append(line.kind()).append(line.number()).append('@').append(line.offset());
        all.append('-').append(base + line.endWithBreak()).append(line.encoding());
        if (line.kind() == LineCursor.Kind.MALFORMED) {
            return all.append(line.reason()).toString();
        }
        if (line.kind() == LineCursor.Kind.END_MARK) {
            return all.toString();
        }
        all.append(line.millis()).append(line.zoneSeconds());
        int behind = -1;
        for (int field = 0; field < line.fields(); field++) {
            check(behind < 0 || line.keyStart(field) == behind + 1, "fields leave a gap");
            behind = line.valueEnd(field) + (line.isQuoted(field) ? 1 : 0);
            all.append('|').append(line.key(field)).append('=').append(line.value(field));
            all.append(line.isQuoted(field)).append(line.isDoubled(field));
            int id = line.keyId(field);
            check(id < 0 || line.find(id) <= field, "a key is found behind its first field");
        }
        check(behind == line.end(), "the last field does not end with the line");
        return all.toString();
    }

    private static void writesAnyText(byte[] data) {
        String text = new String(data, StandardCharsets.UTF_16LE);
        MarkIIRecord record =
                MarkIIRecord.at(TIME)
                        .put("evt", "ps")
                        .put("subEvt", "start")
                        .put("cmd", text)
                        .put("sn", text)
                        .build();
        List<Line> lines =
                lines((MarkIIWriter.line(record) + "\n").getBytes(StandardCharsets.UTF_8));
        check(
                lines.size() == 1
                        && lines.getFirst() instanceof Line.Entry entry
                        && entry.record().equals(record),
                "a built record does not read back");
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new AssertionError(otherwise);
        }
    }
}
