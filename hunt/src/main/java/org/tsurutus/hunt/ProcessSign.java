package org.tsurutus.hunt;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// What one record says of its acting process.
///
/// @param computer the name of the terminal; empty where the record lacks it
/// @param kind `evt/subEvt`
/// @param millis the time, in milliseconds since 1970 in UTC
/// @param zoneSeconds the zone of that time, in seconds from UTC
/// @param serial the record's serial number, or the largest number for a record without one
/// @param background whether it tells of the system's own background work
/// @param beginning what is known at its start
record ProcessSign(
        ProcessKey key,
        String computer,
        String kind,
        String path,
        long millis,
        int zoneSeconds,
        long serial,
        boolean background,
        Optional<Beginning> beginning) {

    /// What a record of a process's start says.
    ///
    /// @param parentPath the image of the parent
    record Beginning(
            String arguments,
            Optional<Long> pid,
            String user,
            String parentPath,
            Optional<ProcessKey> parent) {}

    /// The sign of a record; empty for one without a process.
    static Optional<ProcessSign> of(MarkIIRecord record) {
        return record.value("psGUID")
                .filter(guid -> !guid.isEmpty())
                .map(guid -> new ProcessKey(record.value("tmid", ""), guid))
                .map(key -> of(record, key));
    }

    private static ProcessSign of(MarkIIRecord record, ProcessKey key) {
        String kind = record.kind();
        return new ProcessSign(
                key,
                record.value("com", ""),
                kind,
                record.value("psPath", ""),
                record.time().toInstant().toEpochMilli(),
                record.time().getOffset().getTotalSeconds(),
                record.value("sn").flatMap(ProcessSign::number).orElse(Long.MAX_VALUE),
                record.isBackground(),
                isBeginning(kind) ? Optional.of(beginning(record, key)) : Optional.empty());
    }

    private static Beginning beginning(MarkIIRecord record, ProcessKey key) {
        return new Beginning(
                record.value("cmd", ""),
                record.value("psID").flatMap(ProcessSign::number),
                record.value("psUser", ""),
                record.value("parentPath", ""),
                record.value("parentGUID")
                        .filter(guid -> !guid.isEmpty())
                        .map(guid -> new ProcessKey(key.terminal(), guid)));
    }

    /// Whether records of this kind tell of a process's start.
    static boolean isBeginning(String kind) {
        return kind.equals("ps/start") || kind.equals("ps/run");
    }

    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    OffsetDateTime time() {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(zoneSeconds));
    }
}
