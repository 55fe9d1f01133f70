package org.tsurutus.sensor.trace;

/// A value in a trace line.
public sealed interface Value permits Value.Word, Value.Text, Group {

    /// A number, a name or anything else that stands without quotes.
    record Word(String word) implements Value {}

    /// A string, unescaped.
    record Text(String text) implements Value {}
}
