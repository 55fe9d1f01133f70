package org.tsurutus.lake.json;

import java.util.Arrays;
import java.util.List;
import org.tsurutus.lake.json.EcsField.Constant;
import org.tsurutus.lake.json.EcsField.ConstantList;
import org.tsurutus.lake.json.EcsField.Mapped;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.ValueBytes;
import tools.jackson.core.JsonGenerator;

/// See [JsonForm#ecs].
///
/// @param original whether each object holds its line, too
record EcsJson(boolean original) implements JsonForm {
    private static final String REST = "markii";

    @Override
    public Writer on(Block block) {
        return new EcsWriter(block, original);
    }

    private static final class EcsWriter implements Writer {
        private final Block block;
        private final boolean original;
        private final JsonValues values;
        private final EcsValues mapped;
        private final ValueBytes kind;
        private final FieldChains chains = new FieldChains();
        private boolean[] taken = new boolean[64];

        EcsWriter(Block block, boolean original) {
            this.block = block;
            this.original = original;
            this.values = new JsonValues(block);
            this.mapped = new EcsValues(block, values);
            this.kind = new ValueBytes(block);
        }

        @Override
        public void record(JsonGenerator json, LineCursor line) {
            chains.read(line);
            taken = taken.length < line.fields() ? new boolean[line.fields() * 2] : taken;
            Arrays.fill(taken, 0, line.fields(), false);
            kind.readKind(line);
            NestedWriter nested = new NestedWriter(json);
            json.writeStartObject();
            for (EcsField field : EcsTables.of(kind.text())) {
                write(field, line, nested);
            }
            nested.end();
            rest(json, line);
            json.writeEndObject();
        }

        private void write(EcsField field, LineCursor line, NestedWriter nested) {
            switch (field) {
                case Mapped of -> write(of, line, nested);
                case Constant of -> nested.field(of.path()).writeString(of.text());
                case ConstantList of -> EcsValues.list(nested.field(of.path()), of.texts());
            }
        }

        private void write(Mapped field, LineCursor line, NestedWriter nested) {
            if (field.form().isOfLine()) {
                if (original || field.form() != EcsForm.ORIGINAL) {
                    mapped.ofLine(field, line, nested);
                }
                return;
            }
            int place = line.find(field.key());
            if (place >= 0
                    && !nested.isWritten(field.path())
                    && mapped.ofField(field, line, place, nested)) {
                taken[place] |= field.form().isWhole();
            }
        }

        /// What the schema has no place for.
        private void rest(JsonGenerator json, LineCursor line) {
            json.writeName(REST);
            json.writeStartObject();
            for (int field = 0; field < line.fields(); field++) {
                int left = taken[field] ? chains.next(field) : field;
                if (chains.isFirst(field) && left >= 0) {
                    values.name(json, line, field);
                    values.texts(json, line, left, chains);
                }
            }
            json.writeEndObject();
        }

        @Override
        public void malformed(JsonGenerator json, LineCursor line) {
            NestedWriter nested = new NestedWriter(json);
            json.writeStartObject();
            nested.field(List.of("ecs", "version")).writeString(EcsTables.VERSION);
            nested.field(List.of("error", "message")).writeString(line.reason());
            nested.field(List.of("event", "kind")).writeString("pipeline_error");
            nested.field(List.of("event", "module")).writeString(REST);
            nested.field(List.of("event", "original")).writeString(JsonValues.textOf(line));
            nested.field(List.of("log", "file", "path")).writeString(block.source().name());
            nested.field(List.of("log", "offset")).writeNumber(line.offset());
            if (JsonValues.isCut(block, line)) {
                nested.field(List.of(REST, "textIsCut")).writeBoolean(true);
            }
            nested.end();
            json.writeEndObject();
        }
    }
}
