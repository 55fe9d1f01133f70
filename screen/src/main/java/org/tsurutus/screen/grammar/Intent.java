package org.tsurutus.screen.grammar;

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
    /// Tries once more what did not work.
    RETRY,
    /// Takes away a notice that asks nothing.
    DISMISS,
    /// Shows what can be done besides: more info. Only pressed where nothing better is to be seen.
    REVEAL,
    /// Gets at what a message bar holds back: options, save. Only pressed there.
    OPTIONS,
    /// Says no. Only pressed where the question is whether to stop.
    NEGATIVE,
    /// Part of what stands beside a check box or radio button that agrees to terms.
    TERM,
    /// Part of a question whether to stop, to which the wanted answer is no.
    STOP,
    /// Would stop the specimen or the PC, or talk to strangers; never clicked.
    NEVER;

    /// Whether the specimen goes on by it.
    public boolean goesOn() {
        return compareTo(DISMISS) < 0;
    }

    /// Whether it keeps the specimen from going on.
    public boolean refuses() {
        return this == NEGATIVE || this == NEVER;
    }

    /// The name in the word tables and in `clicks.jsonl`, for example `affirmative`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
