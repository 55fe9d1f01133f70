package org.tsurutus.hunt.lateral;

import org.tsurutus.markii.MarkIIRecord;

/// A process as a log names it.
///
/// @param tmid the identity of its terminal
/// @param com the terminal's name
/// @param psGuid with the terminal's identity, the process's own
/// @param path of its image; empty where the log does not say
public record Actor(String tmid, String com, String psGuid, String path) {
    static Actor of(MarkIIRecord record) {
        return new Actor(
                record.value("tmid", ""),
                record.value("com", ""),
                record.value("psGUID", ""),
                record.value("psPath", ""));
    }

    /// `COM path`.
    @Override
    public String toString() {
        return com + " " + path;
    }
}
