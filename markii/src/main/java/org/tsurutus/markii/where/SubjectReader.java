package org.tsurutus.markii.where;

import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.where.Subject.UnknownKey;
import org.tsurutus.markii.where.Subject.Virtual;

/// Reads what a condition is about from a block's lines.
final class SubjectReader {
    private final Block block;
    private final ValueBytes value;

    /// @param value where values are read to
    SubjectReader(Block block, ValueBytes value) {
        this.block = block;
        this.value = value;
    }

    boolean has(Subject subject, LineCursor line) {
        return switch (subject) {
            case Subject.Key key -> line.find(key.id()) >= 0;
            case UnknownKey key -> find(key, line) >= 0;
            case Virtual _ -> true;
        };
    }

    /// Reads the value.
    ///
    /// @return false for a record that lacks the key
    boolean read(Subject subject, LineCursor line) {
        return switch (subject) {
            case Subject.Key key -> readField(line, line.find(key.id()));
            case UnknownKey key -> readField(line, find(key, line));
            case Virtual virtual -> {
                read(virtual, line);
                yield true;
            }
        };
    }

    private boolean readField(LineCursor line, int field) {
        if (field >= 0) {
            value.readField(line, field);
        }
        return field >= 0;
    }

    private void read(Virtual virtual, LineCursor line) {
        switch (virtual) {
            case TIME -> value.readHeader(line);
            case LINE -> value.readText(Long.toString(line.number()));
            case FILE -> value.readText(block.source().name());
            case KIND -> value.readKind(line);
        }
    }

    private static int find(UnknownKey key, LineCursor line) {
        for (int field = 0; field < line.fields(); field++) {
            if (line.keyId(field) < 0 && line.key(field).equals(key.name())) {
                return field;
            }
        }
        return -1;
    }
}
