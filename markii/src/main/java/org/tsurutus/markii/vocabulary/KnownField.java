package org.tsurutus.markii.vocabulary;

/// What is known of one key.
///
/// @param key the key as it is written
/// @param type how its text is to be understood
/// @param quoting whether its values are quoted
/// @param basis how well the key and its meaning are known
/// @param meaning a short meaning in English
public record KnownField(
        String key, ValueType type, QuotingRule quoting, Basis basis, String meaning) {}
