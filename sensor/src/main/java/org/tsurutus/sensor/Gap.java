package org.tsurutus.sensor;

/// Why something may be missing from a log.
enum Gap {
    FRAMES_MISSING("frames missing"),
    FRAMES_CUT("frames cut"),
    BYTES_SKIPPED("bytes skipped"),
    TRACE_LINES_CUT("trace lines cut"),
    TRACE_LINES_NOT_UNDERSTOOD("trace lines not understood"),
    UNKNOWN_THREADS("acts of unknown threads"),
    REGISTRY_VALUES_CUT("registry values cut by the trace"),
    CLOSES_WITHOUT_PROCESS("closes without a process"),
    CREATIONS_WITHOUT_PROCESS("creations without a process"),
    DELETIONS_WITHOUT_PROCESS("deletions without a process"),
    QUEUE_OVERFLOWS("kernel queue overflows"),
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
