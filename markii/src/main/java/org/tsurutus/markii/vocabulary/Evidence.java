package org.tsurutus.markii.vocabulary;

/// Where a piece of knowledge about the format comes from.
///
/// No official specification is public. The sources are published slides with real lines, tools
/// that were written against real logs, and the product's published lists of names.
public enum Evidence {
    /// Seen in a real log line.
    REAL_LINE("R"),
    /// Implied by tools that were written against real logs.
    TOOL("C"),
    /// A name that is documented for Recorder 3.0 or 3.2; only the name.
    DOCUMENT("D"),
    /// A synthetic fixture whose author says that its shape copies the real record.
    FIXTURE("S"),
    /// Inferred, for example from the name; unconfirmed.
    GUESS("G"),
    /// This project's own.
    OWN("own");

    private final String tag;

    Evidence(String tag) {
        this.tag = tag;
    }

    /// The tag in the tables: `R`, `C`, `D`, `S`, `G` or `own`.
    public String tag() {
        return tag;
    }
}
