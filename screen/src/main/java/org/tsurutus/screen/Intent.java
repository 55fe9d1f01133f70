package org.tsurutus.screen;

import java.util.Locale;

/// What pressing a button means for a specimen that waits, the most wanted first.
public enum Intent {
    /// Lets it start: run anyway, open.
    RUN,
    /// Lifts a protection: enable content, allow.
    ENABLE,
    /// Installs or unpacks.
    INSTALL,
    /// Agrees to terms.
    ACCEPT,
    /// Says yes.
    AFFIRMATIVE,
    /// Goes to the next step.
    CONTINUE,
    /// Ends the steps.
    FINISH,
    /// Takes away a notice that asks nothing.
    DISMISS,
    /// Would stop the specimen or the PC, or talk to strangers; never clicked.
    NEVER;

    /// The name in the word tables and in `clicks.jsonl`, for example `affirmative`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
