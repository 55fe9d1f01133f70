package org.tsurutus.lake.check;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsurutus.markii.lines.Citation;
import org.tsurutus.markii.lines.MalformedLine;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.ValueType;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The check of one block.
final class BlockCheck {
    private static final Set<String> KINDS =
            Vocabulary.kinds().stream().map(EventKind::name).collect(Collectors.toSet());
    private static final ValueType[] TYPES =
            Vocabulary.fields().stream().map(KnownField::type).toArray(ValueType[]::new);

    final List<MalformedLine> malformed = new ArrayList<>();
    final Tallies tallies = new Tallies();

    private final Block block;
    private final LineCursor line;
    private final ValueBytes value;
    private final TypeCheck types = new TypeCheck();
    private final Map<LineCursor.Encoding, Long> byEncoding =
            new EnumMap<>(LineCursor.Encoding.class);
    private final Map<LineCursor.Kind, Long> byKind = new EnumMap<>(LineCursor.Kind.class);
    private long lineFeeds;
    private long carriageReturns;
    private long withoutEnd;

    private BlockCheck(Block block) {
        this.block = block;
        this.line = new LineCursor(block);
        this.value = new ValueBytes(block);
    }

    static BlockCheck of(Block block) {
        BlockCheck check = new BlockCheck(block);
        check.run();
        return check;
    }

    private void run() {
        while (line.next()) {
            if (line.isContinued()) {
                continue;
            }
            byKind.merge(line.kind(), 1L, Long::sum);
            byEncoding.merge(line.encoding(), 1L, Long::sum);
            countEnd();
            switch (line.kind()) {
                case RECORD -> checkRecord();
                case MALFORMED -> malformed.add(MalformedLine.of(block, line));
                case END_MARK -> {
                    // counted above
                }
            }
        }
    }

    private void countEnd() {
        switch (line.endWithBreak() - line.end()) {
            case 0 -> withoutEnd++;
            case 1 -> lineFeeds++;
            default -> carriageReturns++;
        }
    }

    private void checkRecord() {
        value.readKind(line);
        String kind = value.text();
        if (!KINDS.contains(kind)) {
            tallies.unknownKinds.add(kind, place(), "");
        }
        Set<String> unknown = new HashSet<>();
        for (int field = 0; field < line.fields(); field++) {
            int id = line.keyId(field);
            if (id < 0) {
                checkUnknown(line.key(field), field, unknown);
            } else {
                checkKnown(id, field);
            }
        }
    }

    private void checkUnknown(String key, int field, Set<String> before) {
        tallies.unknownKeys.add(key, place(), line.value(field));
        if (!before.add(key)) {
            tallies.repeatedKeys.add(key, place(), line.value(field));
        }
    }

    private void checkKnown(int id, int field) {
        if (line.find(id) != field) {
            tallies.repeatedKeys.add(Keys.name(id), place(), line.value(field));
        }
        if (!line.key(field).equals(Keys.name(id))) {
            tallies.otherCase.add(line.key(field), place(), line.value(field));
        }
        value.readField(line, field);
        if (!types.fits(TYPES[id], value)) {
            tallies.unfitValues.add(Keys.name(id), place(), value.text());
        }
    }

    private Citation place() {
        return Citation.of(block, line);
    }

    LineFacts facts() {
        return new LineFacts(
                byKind.values().stream().mapToLong(Long::longValue).sum(),
                byKind.getOrDefault(LineCursor.Kind.RECORD, 0L),
                byKind.getOrDefault(LineCursor.Kind.MALFORMED, 0L),
                byKind.getOrDefault(LineCursor.Kind.END_MARK, 0L),
                byEncoding.getOrDefault(LineCursor.Encoding.UTF_8, 0L),
                byEncoding.getOrDefault(LineCursor.Encoding.WINDOWS_31J, 0L),
                byEncoding.getOrDefault(LineCursor.Encoding.NONE, 0L),
                block.offset() == 0 && block.start() > 0 ? 1 : 0,
                lineFeeds,
                carriageReturns,
                withoutEnd);
    }
}
