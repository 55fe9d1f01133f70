package org.tsurutus.lake.sql;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Optional;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.vocabulary.ValueText;

/// Records as rows of the table `log`, see [LogColumns].
final class LogRows implements RowWriter {
    private static final ColumnType[] TYPES =
            LogColumns.columns().stream().map(Column::type).toArray(ColumnType[]::new);

    private final Cells cells;
    private final boolean isMoreAsked;
    private final ValueReader reader = new ValueReader();
    private final More more = new More();
    private String file = "";
    private byte[] fileName = {};
    private int zoneSeconds;
    private byte[] zoneName = zoneName(0);

    /// @param cells the cells of a table with [LogColumns]
    LogRows(Cells cells) {
        this.cells = cells;
        isMoreAsked = cells.isAsked(LogColumns.MORE);
    }

    @Override
    public void write(Block block, LineCursor line, int row) {
        writePlace(block, line, row);
        writeTime(line, row);
        for (int field = 0; field < line.fields(); field++) {
            int key = line.keyId(field);
            boolean isFirst = key >= 0 && line.find(key) == field;
            int column = LogColumns.FIRST_KEY + key;
            if (!isMoreAsked && !(isFirst && cells.isAsked(column))) {
                continue;
            }
            boolean isHeld = isFirst && writeField(block.bytes(), line, field, column, row);
            if (!isHeld && isMoreAsked) {
                more.add(line.key(field), line.value(field));
            }
        }
        if (!more.isEmpty()) {
            cells.putText(LogColumns.MORE, row, more.json().getBytes(UTF_8));
            more.clear();
        }
    }

    private void writePlace(Block block, LineCursor line, int row) {
        if (!block.source().name().equals(file)) {
            file = block.source().name();
            fileName = file.getBytes(UTF_8);
        }
        cells.putText(LogColumns.FILE, row, fileName);
        cells.putNumber(LogColumns.LINE, row, line.number());
    }

    private void writeTime(LineCursor line, int row) {
        long micros = line.millis() * 1000 + line.nanos() / 1000 % 1000;
        cells.putTime(LogColumns.TIME, row, micros);
        if (line.hasZone()) {
            if (line.zoneSeconds() != zoneSeconds) {
                zoneSeconds = line.zoneSeconds();
                zoneName = zoneName(zoneSeconds);
            }
            cells.putText(LogColumns.ZONE, row, zoneName);
        }
    }

    private static byte[] zoneName(int seconds) {
        int minutes = Math.abs(seconds) / 60;
        return "%s%02d%02d"
                .formatted(seconds < 0 ? "-" : "+", minutes / 60, minutes % 60)
                .getBytes(UTF_8);
    }

    /// @return whether the field's value fits its column
    private boolean writeField(byte[] bytes, LineCursor line, int field, int column, int row) {
        int from = line.valueStart(field);
        int to = line.valueEnd(field);
        return switch (TYPES[column]) {
            case TEXT -> {
                if (cells.isAsked(column)) {
                    cells.putText(column, row, utf8(bytes, line, field));
                }
                yield true;
            }
            case INTEGER ->
                    writeNumber(bytes, from, to, column, row, Long.MIN_VALUE, Long.MAX_VALUE);
            case UNSIGNED -> writeNumber(bytes, from, to, column, row, 0, Long.MAX_VALUE);
            case PORT -> writeNumber(bytes, from, to, column, row, 0, 65_535);
            case UNSIGNED64 -> {
                Optional<BigInteger> number = ValueText.unsigned64(line.value(field));
                number.ifPresent(value -> cells.putUnsigned64(column, row, value));
                yield number.isPresent();
            }
            case FLAG -> {
                boolean fits = to - from == 1 && (bytes[from] == '0' || bytes[from] == '1');
                if (fits) {
                    cells.putFlag(column, row, bytes[from] == '1');
                }
                yield fits;
            }
            case TIME, INSTANT -> {
                boolean fits = reader.readTime(bytes, from, to);
                if (fits) {
                    cells.putTime(column, row, reader.number());
                }
                yield fits;
            }
        };
    }

    private boolean writeNumber(
            byte[] bytes, int from, int to, int column, int row, long least, long most) {
        boolean fits =
                reader.readInteger(bytes, from, to)
                        && reader.number() >= least
                        && reader.number() <= most;
        if (fits) {
            cells.putNumber(column, row, reader.number());
        }
        return fits;
    }

    private static byte[] utf8(byte[] bytes, LineCursor line, int field) {
        boolean isPlain = line.encoding() == LineCursor.Encoding.UTF_8 && !line.isDoubled(field);
        return isPlain
                ? Arrays.copyOfRange(bytes, line.valueStart(field), line.valueEnd(field))
                : line.value(field).getBytes(UTF_8);
    }
}
