package org.tsurutus.markii.sort;

import java.util.List;
import java.util.OptionalLong;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.OrderedBytes;
import org.tsurutus.markii.value.RecordTime;
import org.tsurutus.markii.value.ValueBytes;

/// Writes what a line is sorted by as bytes. Lines that are no records come behind all records.
final class KeyWriter {
    private static final int MOST_TEXT = 4_096;
    private static final int RECORD = 0;
    private static final int NO_RECORD = 1;
    private static final int FITTING = 0;
    private static final int TEXT = 1;
    private static final int MISSING = 2;

    private final List<SortKey> keys;
    private final ValueBytes value;
    private final OrderedBytes written = new OrderedBytes();

    KeyWriter(Block block, List<SortKey> keys) {
        this.keys = keys;
        this.value = new ValueBytes(block);
    }

    /// The key of a record.
    byte[] record(LineCursor line) {
        written.clear();
        written.addByte(RECORD);
        for (SortKey key : keys) {
            switch (key) {
                case SortKey.Header _ -> written.addLong(RecordTime.instant(line));
                case SortKey.Key field -> add(field, line);
            }
        }
        return written.toArray();
    }

    /// The key of all lines that are no records.
    static byte[] noRecord() {
        return new byte[] {NO_RECORD};
    }

    private void add(SortKey.Key key, LineCursor line) {
        int field = line.find(key.id());
        if (field < 0) {
            written.addByte(MISSING);
            return;
        }
        value.readField(line, field);
        int before = written.length();
        written.addByte(FITTING);
        if (!addFitting(key, line)) {
            written.cut(before);
            written.addByte(TEXT);
            written.addText(value.bytes(), value.from(), value.to(), MOST_TEXT);
        }
    }

    private boolean addFitting(SortKey.Key key, LineCursor line) {
        return switch (key.type()) {
            case INTEGER, UNSIGNED, UNSIGNED64, PORT, FLAG ->
                    written.addDecimal(value.bytes(), value.from(), value.to());
            case TIME -> addTime(line);
            case TEXT,
                    PATH,
                    WORD,
                    GUID,
                    TERMINAL_GUID,
                    SHA256,
                    SHA1,
                    MD5,
                    HEX_BYTES,
                    HEX_NUMBER,
                    ADDRESS,
                    ADDRESSES,
                    MAC,
                    SID,
                    CODES,
                    NAME_AND_NUMBER ->
                    false;
        };
    }

    /// Times inside values have no zone of their own; that of the line is theirs.
    private boolean addTime(LineCursor line) {
        OptionalLong time = RecordTime.local(value);
        time.ifPresent(local -> written.addLong(local - RecordTime.zone(line)));
        return time.isPresent();
    }
}
