package org.tsurutus.disk.store;

import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// The name of a golden image, a run's disk or a checkpoint, which is also that of files, devices
/// and targets.
///
/// @param text 1 to 64 of `a-z`, `0-9`, `.`, `_` and `-`, starting with a letter or digit
public record DiskName(String text) {
    private static final Pattern SANE = Pattern.compile("[a-z0-9][a-z0-9._-]{0,63}");

    /// @throws DiskException when the text is no name
    public DiskName {
        if (!SANE.matcher(text).matches()) {
            throw new DiskException(
                    "\""
                            + text
                            + "\" cannot name a disk; use up to 64 of a-z, 0-9, '.', '_', '-',"
                            + " with a letter or digit first");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
