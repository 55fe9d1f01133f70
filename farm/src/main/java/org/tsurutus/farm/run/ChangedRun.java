package org.tsurutus.farm.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import org.tsurutus.disk.evidence.SectorRun;
import tools.jackson.databind.JsonNode;

/// Neighbouring sectors of a disk that differ from before the run, as a run's directory keeps them.
///
/// @param lba the number of the first
/// @param count how many sectors of 512 bytes
/// @param oldSha256 of all their bytes before
/// @param newSha256 of all their bytes after
/// @param structure what they were before, as `docs/disks.md` names it; absent in older runs
record ChangedRun(
        long lba, long count, String oldSha256, String newSha256, Optional<String> structure) {
    /// Reads what older runs keep too.
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static ChangedRun of(JsonNode kept) {
        return new ChangedRun(
                kept.path("lba").asLong(),
                kept.path("count").asLong(),
                kept.path("oldSha256").asString(""),
                kept.path("newSha256").asString(""),
                kept.path("structure").asStringOpt());
    }

    static ChangedRun of(SectorRun run) {
        return new ChangedRun(
                run.lba(),
                run.count(),
                run.oldSha256(),
                run.newSha256(),
                Optional.of(run.place().structure().label()));
    }
}
