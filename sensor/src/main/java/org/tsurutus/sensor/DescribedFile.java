package org.tsurutus.sensor;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.PeFacts;
import org.tsurutus.windows.signature.Signature;
import org.tsurutus.windows.signature.Signer;
import org.tsurutus.windows.version.VersionStrings;

/// Writes what is known of a file into a record, group by group, in the usual order of keys.
final class DescribedFile {
    private final ZoneOffset zone;

    /// @param zone of the times
    DescribedFile(ZoneOffset zone) {
        this.zone = zone;
    }

    /// Architecture, hashes, and what the file says of itself.
    void hashes(MarkIIRecord.Builder record, Optional<FileFacts> facts) {
        record.put("arc", facts.flatMap(FileFacts::architecture));
        facts.ifPresent(known -> bareHashes(record, known));
        facts.flatMap(FileFacts::image)
                .flatMap(PeFacts::version)
                .ifPresent(version -> version(record, version));
    }

    void bareHashes(MarkIIRecord.Builder record, FileFacts facts) {
        record.put("sha256", facts.sha256()).put("sha1", facts.sha1()).put("md5", facts.md5());
    }

    private static void version(MarkIIRecord.Builder record, VersionStrings version) {
        record.put("company", version.companyName())
                .put("copyright", version.legalCopyright())
                .put("fileDesc", version.fileDescription())
                .put("fileVer", version.fileVersion())
                .put("product", version.productName())
                .put("productVer", version.productVersion());
    }

    void times(MarkIIRecord.Builder record, Optional<FileTimes> times) {
        record.put("crTime", times.flatMap(FileTimes::born).map(this::local))
                .put("acTime", times.map(FileTimes::accessed).map(this::local))
                .put("moTime", times.map(FileTimes::modified).map(this::local));
    }

    /// Whether a PE image's signature holds, and who is said to have made it.
    void signature(MarkIIRecord.Builder record, Optional<FileFacts> facts) {
        Optional<Signature> checked = facts.flatMap(FileFacts::image).flatMap(PeFacts::signature);
        record.put("sig", checked.map(DescribedFile::word));
        checked.flatMap(Signature::signer).ifPresent(signer -> signer(record, signer));
        checked.flatMap(DescribedFile::flaw).ifPresent(flaw -> record.put("sigFlaw", flaw));
    }

    private void signer(MarkIIRecord.Builder record, Signer signer) {
        record.put("signer", signer.name())
                .put("issuer", signer.issuer())
                .put("cerSN", signer.serial())
                .put("validFrom", local(signer.validFrom()))
                .put("validTo", local(signer.validTo()));
    }

    private static String word(Signature signature) {
        return switch (signature) {
            case Signature.None _ -> "None";
            case Signature.Valid _ -> "Valid";
            case Signature.Invalid _ -> "Invalid";
        };
    }

    /// This project's own field, because a forged file and one that leads to a root that is not
    /// trusted here are both invalid, and far apart.
    private static Optional<String> flaw(Signature signature) {
        return signature instanceof Signature.Invalid invalid
                ? Optional.of(invalid.reason().name().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }

    private String local(Instant time) {
        return time.atOffset(zone).format(Records.VALUE_TIME);
    }
}
