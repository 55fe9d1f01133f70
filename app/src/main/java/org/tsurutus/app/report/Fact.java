package org.tsurutus.app.report;

/// A name with its value.
///
/// @param code whether the value is to be read letter by letter, such as a hash
record Fact(String name, String value, boolean code) {
    static Fact text(String name, String value) {
        return new Fact(name, ShownText.of(value), false);
    }

    static Fact code(String name, String value) {
        return new Fact(name, ShownText.of(value), true);
    }
}
