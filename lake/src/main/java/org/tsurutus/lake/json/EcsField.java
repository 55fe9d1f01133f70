package org.tsurutus.lake.json;

import java.util.List;

/// A field of the Elastic Common Schema in the objects of one kind.
sealed interface EcsField {
    /// The names of the objects around it and, last, its own.
    List<String> path();

    /// A field that a key gives.
    ///
    /// @param key the key's number; ignored where the form is of the line itself
    record Mapped(List<String> path, int key, EcsForm form) implements EcsField {}

    /// A text that is the same in all objects of a kind.
    record Constant(List<String> path, String text) implements EcsField {}

    /// A list that is the same in all objects of a kind.
    record ConstantList(List<String> path, List<String> texts) implements EcsField {}
}
