package org.tsurutus.sensor;

/// Why something may be missing from a log.
enum Gap {
    FRAMES_MISSING(Kind.DROPPED, "frames missing"),
    FRAMES_CUT(Kind.DROPPED, "frames cut"),
    BYTES_SKIPPED(Kind.BYTES, "bytes skipped"),
    TRACE_BYTES_SKIPPED(Kind.BYTES, "trace bytes skipped"),
    TRACE_RECORDS_NOT_UNDERSTOOD(Kind.DROPPED, "trace records not understood"),
    UNKNOWN_THREADS(Kind.UNMATCHED, "acts of unknown threads"),
    VALUES_CUT(Kind.DROPPED, "values cut by the recorder"),
    CLOSES_WITHOUT_PROCESS(Kind.UNMATCHED, "closes without a process"),
    CLOSES_WITHOUT_CONTENT(Kind.UNMATCHED, "closes without content"),
    CLOSES_WITHOUT_COUNTS(Kind.UNMATCHED, "closes without byte counts"),
    NAMES_WITHOUT_PROCESS(Kind.UNMATCHED, "names changed by no Windows program"),
    QUEUE_OVERFLOWS(Kind.DROPPED, "kernel queue overflows"),
    COUNTS_LOST(Kind.DROPPED, "byte counts lost"),
    NAMES_GONE(Kind.DROPPED, "names that were gone when asked for"),
    FILES_CUT(Kind.DROPPED, "files cut or not kept"),
    FORGOTTEN(Kind.DROPPED, "entries forgotten for lack of room");

    /// What is counted.
    enum Kind {
        /// Events, or parts of them, that were lost.
        DROPPED,
        /// Events of which another witness, whom their record needs, never told.
        UNMATCHED,
        /// Bytes of which nobody knows what they told.
        BYTES
    }

    private final Kind kind;
    private final String label;

    Gap(Kind kind, String label) {
        this.kind = kind;
        this.label = label;
    }

    Kind kind() {
        return kind;
    }

    String label() {
        return label;
    }
}
