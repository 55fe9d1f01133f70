package org.tsurutus.lake.json;

import java.util.Arrays;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.ValueBytes;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.SerializableString;
import tools.jackson.core.io.SerializedString;

/// Writes the parts of a block's lines as JSON.
final class JsonValues {
    /// The longest text of a malformed line that is kept, in bytes.
    private static final int MOST_MALFORMED = 1 << 16;

    private static final SerializableString[] NAMES = new SerializableString[Keys.count()];

    static {
        Arrays.setAll(NAMES, id -> new SerializedString(Keys.name(id)));
    }

    private final Block block;
    private final ValueBytes value;
    private final HeaderText header = new HeaderText();

    JsonValues(Block block) {
        this.block = block;
        this.value = new ValueBytes(block);
    }

    /// Writes the name of a field as the line writes it.
    void name(JsonGenerator json, LineCursor line, int field) {
        int id = line.keyId(field);
        if (id >= 0
                && line.keyEnd(field) - line.keyStart(field) == NAMES[id].charLength()
                && isUsualSpelling(line, field, id)) {
            json.writeName(NAMES[id]);
        } else {
            json.writeName(line.key(field));
        }
    }

    private boolean isUsualSpelling(LineCursor line, int field, int id) {
        String usual = Keys.name(id);
        for (int at = 0; at < usual.length(); at++) {
            if (block.bytes()[line.keyStart(field) + at] != usual.charAt(at)) {
                return false;
            }
        }
        return true;
    }

    /// Writes the text of a field, or an array of the texts of the field and of those that follow
    /// it in its chain.
    void texts(JsonGenerator json, LineCursor line, int field, FieldChains chains) {
        if (chains.next(field) < 0) {
            text(json, line, field);
            return;
        }
        json.writeStartArray();
        for (int at = field; at >= 0; at = chains.next(at)) {
            text(json, line, at);
        }
        json.writeEndArray();
    }

    private void text(JsonGenerator json, LineCursor line, int field) {
        value.readField(line, field);
        json.writeUTF8String(value.bytes(), value.from(), value.to() - value.from());
    }

    /// Writes the time of a record as ISO 8601.
    void time(JsonGenerator json, LineCursor line) {
        header.read(block.bytes(), line);
        json.writeUTF8String(header.bytes(), 0, header.length());
    }

    /// The text of a line that is no record, or its beginning.
    static String textOf(LineCursor line) {
        return line.text(line.start(), Math.min(line.end(), line.start() + MOST_MALFORMED));
    }

    /// Whether [#textOf] is not the whole line.
    static boolean isCut(Block block, LineCursor line) {
        return line.end() - line.start() > MOST_MALFORMED
                || (block.cut() && line.endWithBreak() == block.end());
    }
}
