package org.tsurutus.bench.click.score;

/// What a press, or the lack of one, was worth.
public enum Verdict {
    /// Pressed what a person would press.
    RIGHT,
    /// Pressed anything else though there was something to press.
    WRONG,
    /// Pressed nothing though there was something to press.
    MISSED,
    /// Pressed nothing where nothing may be pressed.
    QUIET,
    /// Pressed where nothing may be pressed.
    TRAPPED;

    /// Whether that is what a person would do.
    public boolean isGood() {
        return this == RIGHT || this == QUIET;
    }
}
