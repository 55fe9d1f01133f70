package org.tsurutus.network.lan;

/// Why a frame was not handed on.
public enum Loss {
    /// It is shorter than the header of a frame. Counted where it came in, as the next four.
    RUNT,
    /// It says to come from a group or from nobody.
    MALFORMED,
    /// It says to come from the card of another PC that is connected.
    IMPOSTOR,
    /// It is longer than any frame, or its length is none: nothing after it can be read.
    OVERSIZED,
    /// Its target lives behind the port that it came from.
    OWN_SIDE,
    /// Whoever is behind the port reads too slowly. Counted where it should have gone out, as the
    /// last one.
    QUEUE_FULL,
    /// Nobody has connected to the port yet.
    NOT_CONNECTED
}
