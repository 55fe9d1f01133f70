package org.tsurutus.farm.host;

/// How long work tells people what it is at.
@FunctionalInterface
public interface Progress {
    /// Begins a step; closing the answer ends it.
    Step begin(String what);

    /// A step under way.
    interface Step extends AutoCloseable {
        @Override
        void close();
    }

    /// Says nothing.
    static Progress silent() {
        return _ -> () -> {};
    }
}
