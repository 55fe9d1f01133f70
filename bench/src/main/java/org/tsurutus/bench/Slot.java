package org.tsurutus.bench;

import java.util.Locale;

/// What a line takes from the scene; in tables its name is written `<image.version>`.
enum Slot {
    /// When the line was recorded, with the zone.
    TIME,
    /// The same as a file's time: without the zone.
    TIME_VALUE,
    A_MOMENT_AGO,
    LOCALE,
    SN,
    /// What every line says of its terminal, `os` to `mac`.
    TERMINAL,
    USER,
    /// Who acts: the session's user if there is one, `sessionID`, `psGUID` and `psPath`.
    ACTOR,
    /// `psUser` and `psDomain`.
    ACCOUNT,
    PID,
    STARTED,
    COMMAND,
    PARENT_GUID,
    PARENT_PATH,
    IMAGE_PATH,
    IMAGE_ARC,
    /// Hashes and version resource, `sha256` to `productVer`.
    IMAGE_VERSION,
    IMAGE_CREATED,
    IMAGE_ACCESSED,
    IMAGE_MODIFIED,
    IMAGE_SIZE,
    /// `sig` and, for a signed image, `signer` to `validTo`.
    IMAGE_SIGNATURE,
    FILE_PATH,
    TARGET,
    FILE_SHA256,
    FILE_SHA1,
    FILE_MD5,
    FILE_CREATED,
    FILE_MODIFIED,
    FILE_SIZE,
    /// `srcIP` to `dstPort`, from this terminal.
    CONNECTION,
    /// The same from the other end.
    CONNECTION_ACCEPTED,
    HOST,
    /// The number of a record of the Windows event log.
    EVENT;

    static Slot named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT).replace('.', '_'));
        } catch (IllegalArgumentException e) {
            throw new BenchException("no slot is called <" + name + ">; Slot lists them", e);
        }
    }
}
