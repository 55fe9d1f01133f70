package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;

/// What a record knows of a file's content. Which file that is depends on the event: of
/// [ProcessEvent] the acting process's image, of [FileEvent] the file of `path`, of [RegistryEvent]
/// the file that is named inside the value.
///
/// @param hashes hashes of the content
/// @param size in bytes
/// @param architecture `x86`, `x64`
/// @param packed whether it is packed (the meaning is a guess)
/// @param kernelImports how many kernel functions it imports (the meaning is a guess)
/// @param version its version resource
/// @param times its times in the file system
/// @param signature its signature
public record Image(
        Hashes hashes,
        OptionalLong size,
        Optional<String> architecture,
        Optional<Boolean> packed,
        OptionalLong kernelImports,
        VersionResource version,
        FileTimes times,
        Signature signature) {

    static Image of(Fields fields) {
        return new Image(
                Hashes.of(fields),
                fields.unsigned("size"),
                fields.word("arc"),
                fields.flag("packed"),
                fields.unsigned("impKrnlCnt"),
                VersionResource.of(fields),
                FileTimes.of(fields),
                Signature.of(fields));
    }
}
