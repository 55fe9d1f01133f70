package org.tsurutus.lake.json;

import java.util.Set;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import tools.jackson.core.JsonGenerator;

/// See [JsonForm#flat].
record FlatJson() implements JsonForm {
    private static final Set<String> TAKEN = Set.of("file", "line", "time");

    /// Stands before a key of the log that is named as one of ours; no key can hold its dot.
    private static final String PREFIX = "markii.";

    @Override
    public Writer on(Block block) {
        return new FlatWriter(block);
    }

    private static final class FlatWriter implements Writer {
        private final Block block;
        private final JsonValues values;
        private final FieldChains chains = new FieldChains();

        FlatWriter(Block block) {
            this.block = block;
            this.values = new JsonValues(block);
        }

        @Override
        public void record(JsonGenerator json, LineCursor line) {
            chains.read(line);
            json.writeStartObject();
            place(json, line);
            json.writeName("time");
            values.time(json, line);
            for (int field = 0; field < line.fields(); field++) {
                if (chains.isFirst(field)) {
                    name(json, line, field);
                    values.texts(json, line, field, chains);
                }
            }
            json.writeEndObject();
        }

        private void place(JsonGenerator json, LineCursor line) {
            json.writeStringProperty("file", block.source().name());
            json.writeNumberProperty("line", line.number());
        }

        private void name(JsonGenerator json, LineCursor line, int field) {
            if (line.keyId(field) < 0 && TAKEN.contains(line.key(field))) {
                json.writeName(PREFIX + line.key(field));
            } else {
                values.name(json, line, field);
            }
        }

        @Override
        public void malformed(JsonGenerator json, LineCursor line) {
            json.writeStartObject();
            place(json, line);
            json.writeNumberProperty("offset", line.offset());
            json.writeStringProperty("malformed", line.reason());
            json.writeStringProperty("text", JsonValues.textOf(line));
            if (JsonValues.isCut(block, line)) {
                json.writeBooleanProperty("textIsCut", true);
            }
            json.writeEndObject();
        }
    }
}
