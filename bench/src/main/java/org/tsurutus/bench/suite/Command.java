package org.tsurutus.bench.suite;

import java.util.List;
import java.util.Map;

/// A command line to be timed.
///
/// @param name how the table calls it
/// @param words the program and its arguments
/// @param environment what is set besides what this process has
record Command(String name, List<String> words, Map<String, String> environment) {
    Command {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }

    /// The same under another name.
    Command named(String other) {
        return new Command(other, words, environment);
    }
}
