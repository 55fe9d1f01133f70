package org.tsurutus.windows.version;

import java.util.Optional;

/// What a file says of itself in its version resource; nobody has checked it. An empty text counts
/// as none, and no text holds a NUL; other characters are as the file has them.
///
/// @param fileVersion the text `FileVersion`, or, only where a file has no such text, the four
///   numbers of the fixed part as `1.2.3.4` unless all are 0
/// @param productVersion the text `ProductVersion`; there is no other source for it
public record VersionStrings(
        Optional<String> companyName,
        Optional<String> legalCopyright,
        Optional<String> fileDescription,
        Optional<String> fileVersion,
        Optional<String> productName,
        Optional<String> productVersion) {

    /// What a file says that says nothing.
    public static final VersionStrings NOTHING =
            new VersionStrings(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());
}
