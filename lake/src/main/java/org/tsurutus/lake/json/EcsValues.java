package org.tsurutus.lake.json;

import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.lake.json.EcsField.Mapped;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.RecordTime;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.vocabulary.ValueText;
import tools.jackson.core.JsonGenerator;

/// Writes values of a block's lines in the forms of the Elastic Common Schema.
final class EcsValues {
    private static final int ALERT = Keys.id("alert");
    private static final int PROGRAM = Keys.id("psPath");
    private static final int ENTRY = Keys.id("entry");
    private static final String UNSIGNED = "None";
    private static final String VALID = "Valid";

    private final Block block;
    private final JsonValues values;
    private final ValueBytes value;

    /// What was read before: a terminal says its addresses in each of its records.
    private final Map<String, Optional<List<String>>> addresses = new HashMap<>();

    private final Map<String, Optional<List<String>>> macs = new HashMap<>();

    EcsValues(Block block, JsonValues values) {
        this.block = block;
        this.values = values;
        this.value = new ValueBytes(block);
    }

    /// Writes what the line itself gives.
    void ofLine(Mapped mapped, LineCursor line, NestedWriter nested) {
        JsonGenerator json = nested.field(mapped.path());
        switch (mapped.form()) {
            case HEADER_TIME -> values.time(json, line);
            case KIND -> {
                value.readKind(line);
                write(json);
            }
            case EVENT_OR_ALERT -> json.writeString(line.find(ALERT) < 0 ? "event" : "alert");
            case FILE -> json.writeString(block.source().name());
            case OFFSET -> json.writeNumber(line.offset());
            case ORIGINAL -> json.writeString(line.text(line.start(), line.end()));
            case TEXT,
                    NUMBER,
                    TIME,
                    ADDRESS,
                    ADDRESSES,
                    MACS,
                    LIST,
                    NAME,
                    EXTENSION,
                    COMMAND_LINE,
                    REGISTRY_PATH,
                    IS_SIGNED,
                    IS_VALID ->
                    throw new IllegalArgumentException(mapped.form() + " needs a field");
        }
    }

    /// Writes a field's value if it fits.
    ///
    /// @return whether it was written
    boolean ofField(Mapped mapped, LineCursor line, int field, NestedWriter nested) {
        value.readField(line, field);
        if (mapped.form() == EcsForm.TEXT) {
            write(nested.field(mapped.path()));
            return true;
        }
        if (mapped.form() == EcsForm.TIME) {
            return text(mapped, time(line), nested);
        }
        String text = value.text();
        return switch (mapped.form()) {
            case NUMBER -> number(mapped, text, nested);
            case ADDRESS -> text(mapped, ValueText.address(text), nested);
            case ADDRESSES ->
                    list(mapped, addresses.computeIfAbsent(text, ValueText::addresses), nested);
            case MACS -> list(mapped, macs.computeIfAbsent(text, EcsValues::hyphenated), nested);
            case LIST -> list(mapped, Optional.of(List.of(text)), nested);
            case NAME -> text(mapped, notEmpty(name(text)), nested);
            case EXTENSION -> text(mapped, extension(name(text)), nested);
            case COMMAND_LINE -> text(mapped, Optional.of(commandLine(text, line)), nested);
            case REGISTRY_PATH -> text(mapped, Optional.of(registryPath(text, line)), nested);
            case IS_SIGNED -> flag(mapped, !text.equals(UNSIGNED), nested);
            case IS_VALID -> flag(mapped, text.equals(VALID), nested);
            case TEXT, TIME, HEADER_TIME, KIND, EVENT_OR_ALERT, FILE, OFFSET, ORIGINAL ->
                    throw new IllegalArgumentException(mapped.form() + " needs no text");
        };
    }

    private void write(JsonGenerator json) {
        json.writeUTF8String(value.bytes(), value.from(), value.to() - value.from());
    }

    /// A number that is written in an unusual way, such as `007`, stays text.
    private static boolean number(Mapped mapped, String text, NestedWriter nested) {
        OptionalLong number = ValueText.integer(text);
        if (number.isEmpty() || !Long.toString(number.getAsLong()).equals(text)) {
            return false;
        }
        nested.field(mapped.path()).writeNumber(number.getAsLong());
        return true;
    }

    private static boolean text(Mapped mapped, Optional<String> text, NestedWriter nested) {
        text.ifPresent(present -> nested.field(mapped.path()).writeString(present));
        return text.isPresent();
    }

    private static boolean list(Mapped mapped, Optional<List<String>> texts, NestedWriter nested) {
        texts.ifPresent(present -> list(nested.field(mapped.path()), present));
        return texts.isPresent();
    }

    static void list(JsonGenerator json, List<String> texts) {
        json.writeStartArray();
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static boolean flag(Mapped mapped, boolean flag, NestedWriter nested) {
        nested.field(mapped.path()).writeBoolean(flag);
        return true;
    }

    private Optional<String> time(LineCursor line) {
        return RecordTime.read(value)
                .map(local -> local.atOffset(ZoneOffset.ofTotalSeconds(line.zoneSeconds())))
                .map(Object::toString);
    }

    private static Optional<List<String>> hyphenated(String text) {
        return ValueText.macs(text)
                .map(macs ->
                        macs.stream()
                                .map(mac -> mac.replace(':', '-').toUpperCase(Locale.ROOT))
                                .toList());
    }

    private static String name(String path) {
        return path.substring(path.lastIndexOf('\\') + 1);
    }

    private static Optional<String> extension(String name) {
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : notEmpty(name.substring(dot + 1).toLowerCase(Locale.ROOT));
    }

    private static Optional<String> notEmpty(String text) {
        return Optional.of(text).filter(some -> !some.isEmpty());
    }

    private static String commandLine(String arguments, LineCursor line) {
        int field = line.find(PROGRAM);
        String program = field < 0 ? "" : line.value(field);
        String quoted = program.contains(" ") ? "\"" + program + "\"" : program;
        return (quoted + " " + arguments).strip();
    }

    private static String registryPath(String key, LineCursor line) {
        int entry = line.find(ENTRY);
        return entry < 0 ? key : key + "\\" + line.value(entry);
    }
}
