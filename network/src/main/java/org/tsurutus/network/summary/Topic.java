package org.tsurutus.network.summary;

import java.util.Locale;

/// What a file of a summary is about.
public enum Topic {
    /// Names that were asked for.
    DNS,
    /// Requests and their answers.
    HTTP,
    /// Servers that were called by name before all was encrypted.
    TLS,
    /// Shares and files of other PCs.
    SMB,
    /// Who talked with whom, and how much.
    CONVERSATIONS;

    /// The name of its file.
    public String fileName() {
        return name().toLowerCase(Locale.ROOT) + ".jsonl";
    }
}
