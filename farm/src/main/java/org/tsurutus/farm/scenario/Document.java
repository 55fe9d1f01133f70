package org.tsurutus.farm.scenario;

import org.tsurutus.farm.FarmException;

/// A file that lies on a PC so that a specimen finds something.
public final class Document {
    /// The most that one may have, in bytes.
    public static final int LARGEST = 4 << 20;

    private final String path;
    private final byte[] content;

    /// @param path where, on drive C
    /// @throws FarmException when it is too large or lies elsewhere
    public Document(String path, byte[] content) {
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
        this.path = path;
        this.content = content.clone();
    }

    /// Where it lies, on drive C.
    public String path() {
        return path;
    }

    /// Its bytes.
    public byte[] content() {
        return content.clone();
    }
}
