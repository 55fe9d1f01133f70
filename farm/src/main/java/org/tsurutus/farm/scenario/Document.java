package org.tsurutus.farm.scenario;

import org.tsurutus.farm.FarmException;

/// A file that lies on a PC so that a specimen finds something.
///
/// @param path where, on drive C
/// @param content its bytes, not to be changed
public record Document(String path, byte[] content) {
    /// The most that one may have, in bytes.
    public static final int LARGEST = 4 << 20;

    /// @throws FarmException when it is too large or lies elsewhere
    public Document {
        GuestPath.requireOnDriveC(path);
        if (content.length > LARGEST) {
            throw FarmException.input(
                    "the document "
                            + path
                            + " has "
                            + content.length
                            + " bytes; at most "
                            + LARGEST
                            + " fit");
        }
    }
}
