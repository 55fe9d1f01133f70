package org.tsurutus.markii.vocabulary;

/// A name with its number, as in `Network(3)`.
///
/// @param name the name, perhaps in the language of the terminal
/// @param number the number, which decides
public record NamedNumber(String name, int number) {}
