package org.tsurutus.markii.vocabulary;

/// Whether a writer quotes the values of a key.
public enum QuotingRule {
    /// The value stands bare.
    BARE("bare"),
    /// The value is quoted.
    QUOTED("quoted"),
    /// The value stands bare in `evt=net` and is quoted elsewhere.
    BARE_IN_NET("bare-in-net"),
    /// Nobody has seen the value in a line; a writer quotes it, which can hold every value.
    UNKNOWN("unknown");

    private final String word;

    QuotingRule(String word) {
        this.word = word;
    }

    /// The word in the tables.
    public String word() {
        return word;
    }

    /// Whether a writer quotes the value in a record of this event.
    ///
    /// @param event the value of `evt`
    public boolean quotes(String event) {
        return switch (this) {
            case BARE -> false;
            case BARE_IN_NET -> !event.equals("net");
            case QUOTED, UNKNOWN -> true;
        };
    }
}
