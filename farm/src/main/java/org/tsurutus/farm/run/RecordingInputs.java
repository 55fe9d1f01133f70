package org.tsurutus.farm.run;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.file.PeInspector;
import org.tsurutus.windows.signature.TrustStore;
import tools.jackson.databind.JsonNode;

/// `raw/recording.json`: what the sensor was given besides facts and known files, so that it can be
/// given the same again.
///
/// @param format the version of the shape of all files in `raw/`, 1
/// @param pc as the records name it
/// @param trust what signatures were judged by
/// @param begin when recording began; absent where the run never came so far
/// @param end why and when recording ended; absent as long as it goes on, where it never began, and
///   in runs of before that was recorded
/// @param changed what comparing disks found after the guest had ended, in order
public record RecordingInputs(
        int format,
        Pc pc,
        Trust trust,
        Optional<Begin> begin,
        Optional<End> end,
        List<ChangedDisk> changed) {
    /// The version that this program writes and reads.
    static final int FORMAT = 1;

    public RecordingInputs {
        changed = List.copyOf(changed);
    }

    /// What signatures were judged by.
    ///
    /// @param roots how many certificates were trusted
    /// @param fingerprint which, as [TrustStore#fingerprint] names them
    /// @param at when certificates had to be valid where no trusted timestamp says when; one moment
    ///   for the whole run
    public record Trust(int roots, String fingerprint, Instant at) {
        static Trust of(TrustStore trust, Instant at) {
            return new Trust(trust.roots().size(), trust.fingerprint(), at);
        }
    }

    /// The moment from which on acts are recorded. It lies between two facts.
    ///
    /// @param wall the PC's clock at that moment
    /// @param guestNanos the guest's monotonic clock at that moment, in nanoseconds
    /// @param afterFacts how many facts the sensor had taken; frames that tell no fact do not count
    /// @param containment what was tried to reach the world outside; runs of before it was tried
    ///   lack it
    public record Begin(
            Instant wall, long guestNanos, long afterFacts, Optional<String> containment) {
        /// Reads what older runs keep too, which tried nothing.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Begin of(JsonNode kept) {
            JsonNode containment = kept.path("containment");
            return new Begin(
                    Instant.parse(kept.path("wall").asString("")),
                    kept.path("guestNanos").asLong(),
                    kept.path("afterFacts").asLong(),
                    containment.isString()
                            ? Optional.of(containment.asString())
                            : Optional.empty());
        }
    }

    /// The end of the recording.
    ///
    /// @param wall the host's clock then
    public record End(Instant wall, String why) {}

    /// A disk whose sectors differ from before the run.
    ///
    /// @param wall when it was compared
    /// @param path as Windows programs name the disk
    /// @param afterFacts how many facts the sensor had taken at a checkpoint; empty after the end
    public record ChangedDisk(
            Instant wall, String path, Optional<Long> afterFacts, List<ChangedRun> runs) {
        public ChangedDisk {
            runs = List.copyOf(runs);
        }

        /// Reads what older runs keep too, which had no checkpoints.
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static ChangedDisk of(JsonNode kept) {
            JsonNode afterFacts = kept.path("afterFacts");
            return new ChangedDisk(
                    Instant.parse(kept.path("wall").asString("")),
                    kept.path("path").asString(""),
                    afterFacts.isNumber() ? Optional.of(afterFacts.asLong()) : Optional.empty(),
                    kept.path("runs").valueStream().map(ChangedRun::of).toList());
        }
    }

    /// Those of a recording that has not begun.
    ///
    /// @param now when signatures are judged
    static RecordingInputs of(Pc pc, TrustStore trust, Instant now) {
        return new RecordingInputs(
                FORMAT, pc, Trust.of(trust, now), Optional.empty(), Optional.empty(), List.of());
    }

    RecordingInputs begun(Begin moment) {
        return new RecordingInputs(format, pc, trust, Optional.of(moment), end, changed);
    }

    RecordingInputs ended(End moment) {
        return new RecordingInputs(format, pc, trust, begin, Optional.of(moment), changed);
    }

    RecordingInputs with(ChangedDisk disk) {
        List<ChangedDisk> all = new ArrayList<>(changed);
        all.add(disk);
        return new RecordingInputs(format, pc, trust, begin, end, all);
    }

    /// Looks into programs at the moment of this recording.
    PeInspector inspector(TrustStore roots) {
        return new PeInspector(roots, InstantSource.fixed(trust.at()));
    }
}
