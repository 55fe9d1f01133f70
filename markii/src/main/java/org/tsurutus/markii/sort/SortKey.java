package org.tsurutus.markii.sort;

import org.tsurutus.markii.vocabulary.ValueType;

/// One of the keys of a [SortOrder].
sealed interface SortKey {
    /// The time at the start of the line.
    record Header() implements SortKey {}

    /// A field.
    ///
    /// @param id its number among [org.tsurutus.markii.scan.Keys]
    record Key(int id, ValueType type) implements SortKey {}
}
