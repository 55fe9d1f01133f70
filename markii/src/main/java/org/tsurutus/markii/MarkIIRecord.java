package org.tsurutus.markii;

import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One Mark II record: the positional time of its line and its fields in line order.
///
/// Keys may repeat; look-ups answer with the first. An absent key and an empty value are different
/// things: the first is `Optional.empty()`, the second an empty string.
///
/// @param time the terminal's clock with its zone
/// @param form how the line writes that time
/// @param fields the fields in the order of the line
public record MarkIIRecord(OffsetDateTime time, HeaderForm form, List<Field> fields) {

    public MarkIIRecord {
        fields = List.copyOf(fields);
    }

    /// A record whose line writes its time as usual, to the millisecond.
    public MarkIIRecord(OffsetDateTime time, List<Field> fields) {
        this(time, HeaderForm.USUAL, fields);
    }

    /// Starts a record whose quoting follows the vocabulary; `time` is cut to the millisecond,
    /// which is all that a line can hold.
    public static Builder at(OffsetDateTime time) {
        return new Builder(time);
    }

    /// The first value of `key`, if the record has that key. Where it lacks the key as it is
    /// written here, a variant in upper and lower case is taken: `sessionID` finds `sessionId`.
    public Optional<String> value(String key) {
        Optional<String> variant = Optional.empty();
        for (Field field : fields) {
            if (field.key().equals(key)) {
                return Optional.of(field.value());
            }
            if (variant.isEmpty() && field.key().equalsIgnoreCase(key)) {
                variant = Optional.of(field.value());
            }
        }
        return variant;
    }

    /// The first value of `key`, or `otherwise` where the record lacks it.
    public String value(String key, String otherwise) {
        return value(key).orElse(otherwise);
    }

    /// Whether the record tells what the system did on a program's behalf, unasked: its level `lv`
    /// is a digit below 5, the level of ordinary records. Views of behaviour leave such records out
    /// and say how many.
    public boolean isBackground() {
        String level = value("lv", "");
        return level.length() == 1 && level.charAt(0) >= '0' && level.charAt(0) < '5';
    }

    /// The event's kind as analysts name it, `evt/subEvt`, for example `ps/start`.
    public String kind() {
        return value("evt", "?") + "/" + value("subEvt", "?");
    }

    /// Gathers fields; quoting is looked up in the vocabulary, key by key and event by event.
    public static final class Builder {
        private final OffsetDateTime time;
        private final List<Field> fields = new ArrayList<>();
        private String event = "";

        private Builder(OffsetDateTime time) {
            this.time = time.truncatedTo(ChronoUnit.MILLIS);
        }

        /// Adds a field; `evt` must come before the fields whose quoting depends on it.
        ///
        /// The value may come from a specimen: what could end the line early is replaced by a
        /// visible character, see [HostileText#recorded].
        public Builder put(String key, String value) {
            if (key.equals("evt")) {
                event = value;
            }
            String recorded = HostileText.recorded(value);
            boolean quoted = Quoting.quotes(event, key) || MarkIIWriter.needsQuotes(recorded);
            fields.add(new Field(key, recorded, quoted));
            return this;
        }

        /// Adds a whole number.
        public Builder put(String key, long value) {
            return put(key, Long.toString(value));
        }

        /// Adds a field where there is something to say, and nothing otherwise.
        public Builder put(String key, Optional<String> value) {
            value.ifPresent(present -> put(key, present));
            return this;
        }

        public MarkIIRecord build() {
            return new MarkIIRecord(time, fields);
        }
    }
}
