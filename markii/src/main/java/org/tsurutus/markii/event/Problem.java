package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.vocabulary.ValueType;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// A value whose text is not of the type that its key has.
///
/// @param key the key as the line has it
/// @param text the value as the line has it
/// @param expected the type of the key
public record Problem(String key, String text, ValueType expected) {

    static Optional<Problem> of(Field field) {
        return Vocabulary.field(field.key())
                .filter(known -> !known.type().fits(field.value()))
                .map(known -> new Problem(field.key(), field.value(), known.type()));
    }
}
