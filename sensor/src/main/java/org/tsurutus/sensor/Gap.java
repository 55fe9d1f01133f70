package org.tsurutus.sensor;

/// Why something may be missing from a log.
enum Gap {
    FRAMES_MISSING("frames missing"),
    FRAMES_CUT("frames cut"),
    BYTES_SKIPPED("bytes skipped"),
    TRACE_BYTES_SKIPPED("trace bytes skipped"),
    TRACE_RECORDS_NOT_UNDERSTOOD("trace records not understood"),
    UNKNOWN_THREADS("acts of unknown threads"),
    VALUES_CUT("values cut by the recorder"),
    CLOSES_WITHOUT_PROCESS("closes without a process"),
    CLOSES_WITHOUT_CONTENT("closes without content"),
    CLOSES_WITHOUT_COUNTS("closes without byte counts"),
    NAMES_WITHOUT_PROCESS("names changed by no Windows program"),
    QUEUE_OVERFLOWS("kernel queue overflows"),
    COUNTS_LOST("byte counts lost"),
    NAMES_GONE("names that were gone when asked for"),
    FILES_CUT("files cut or not kept"),
    FORGOTTEN("entries forgotten for lack of room");

    private final String label;

    Gap(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
