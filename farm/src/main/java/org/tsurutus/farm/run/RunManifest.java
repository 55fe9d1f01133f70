package org.tsurutus.farm.run;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// What `run.json` says of a run; with the log beside it, all that later stages read.
///
/// @param format the version of this shape, 1
/// @param run the run's id, also the name of its directory
/// @param state how far the run came
/// @param specimen what was run
/// @param start how it was started
/// @param pcs the PCs that were leased, in order; the first one got the specimen
/// @param times when what happened
/// @param end why the run ended; absent while it goes on
/// @param stages every stage's outcome, in order
/// @param counts what was recorded
/// @param gaps what was not, so that nothing is lost silently
/// @param scenario who was there; runs of before there were several PCs lack it
/// @param containment what was tried to reach the world outside before the specimen was started;
///   absent where the run did not come so far, and in runs of before it was tried
/// @param timers by what the run may have been longer or shorter than its limit; runs of before
///   there was such a thing lack it
/// @param tools versions of what made the run, by name
public record RunManifest(
        int format,
        String run,
        State state,
        Specimen specimen,
        Start start,
        List<Pc> pcs,
        Times times,
        Optional<End> end,
        List<Stage> stages,
        Counts counts,
        Gaps gaps,
        Optional<Setting> scenario,
        Optional<Containment> containment,
        Optional<Timers> timers,
        Map<String, String> tools) {

    /// The states of a run; the last three are final.
    public enum State {
        QUEUED,
        LEASED,
        STARTED,
        RUNNING,
        COLLECTING,
        DONE,
        FAILED,
        CANCELLED;

        public boolean isFinal() {
            return switch (this) {
                case DONE, FAILED, CANCELLED -> true;
                case QUEUED, LEASED, STARTED, RUNNING, COLLECTING -> false;
            };
        }
    }

    /// The specimen as the host saw it before the run.
    ///
    /// @param name the file name that the specimen had on the host, sanitised
    /// @param kind `exe`, `dll`, `bat`, `vbs` or `js`
    /// @param architecture `x86` or `x64` for PE files; absent for scripts
    /// @param size bytes
    public record Specimen(
            String name,
            String kind,
            Optional<String> architecture,
            long size,
            String md5,
            String sha1,
            String sha256) {}

    /// How the specimen was started.
    ///
    /// @param arguments what the user gave after `--args`
    /// @param path where the specimen lies in the guest
    /// @param commandLine the whole command line that the guest was told to start
    /// @param clickSeed what CrazyClicker's chance began with, so that a run can be repeated; runs
    ///   of before it was kept lack it
    public record Start(
            String arguments, String path, String commandLine, Optional<Long> clickSeed) {}

    /// Who was there.
    ///
    /// @param name the scenario's
    /// @param network `none`, `lan`, `simulated` or `gateway:NAME`
    /// @param notes what a reader should know
    public record Setting(String name, String network, List<String> notes) {}

    /// What was tried to reach the world outside.
    ///
    /// @param tried addresses; none where there is no network card
    /// @param reached what was reached of them, and from where; none in every run that went on
    public record Containment(List<String> tried, List<String> reached) {
        public Containment {
            tried = List.copyOf(tried);
            reached = List.copyOf(reached);
        }
    }

    /// A guest's monotonic clock beside the host's, measured before recording began.
    ///
    /// @param offsetNanos what the guest's clock showed more than the time since `requested`
    /// @param uncertaintyNanos how wrong that may be
    public record Clock(long offsetNanos, long uncertaintyNanos) {}

    /// One leased PC.
    ///
    /// @param name the lease's name for the PC
    /// @param machine the kind of machine, for example `wine32`
    /// @param com the computer name in the log
    /// @param image the hash of the guest image's inputs
    /// @param accelerator `tcg` or `kvm`
    /// @param start `warm` (restored state) or `cold` (booted)
    /// @param clock its clock; absent where it did not come so far
    /// @param stopped why it did nothing any more before the run ended; absent where it did
    public record Pc(
            String name,
            String machine,
            String com,
            String tmid,
            String csid,
            String ip,
            String mac,
            String user,
            String image,
            String accelerator,
            String start,
            Optional<Clock> clock,
            Optional<String> stopped) {

        /// The same PC, once it is known how it came up.
        Pc started(String kind) {
            return with(kind, clock, stopped);
        }

        /// The same PC with its clock.
        Pc timed(Clock read) {
            return with(start, Optional.of(read), stopped);
        }

        /// The same PC, which has stopped.
        Pc stopped(String why) {
            return with(start, clock, Optional.of(why));
        }

        private Pc with(String kind, Optional<Clock> read, Optional<String> why) {
            return new Pc(
                    name,
                    machine,
                    com,
                    tmid,
                    csid,
                    ip,
                    mac,
                    user,
                    image,
                    accelerator,
                    kind,
                    read,
                    why);
        }
    }

    /// Wall times for people; milliseconds of the host's monotonic clock since `requested` for
    /// arithmetic.
    ///
    /// @param requested when the run was asked for
    /// @param marks milliseconds since `requested`, by mark: `leased`, `started`, `running`,
    ///   `collecting`, `ended`
    /// @param limitMillis the time that the specimen was given at first
    public record Times(Instant requested, Map<String, Long> marks, long limitMillis) {}

    /// By what a run may be longer or shorter than its limit.
    ///
    /// @param whileNewMillis the most that it was allowed to become while new behaviour appeared;
    ///   absent where that was not asked for
    /// @param whenQuietMillis after how long without an act it was to end; absent where that was
    ///   not asked for
    /// @param extensions by what it became longer, in order
    public record Timers(
            Optional<Long> whileNewMillis,
            Optional<Long> whenQuietMillis,
            List<Extension> extensions) {
        public Timers {
            extensions = List.copyOf(extensions);
        }
    }

    /// More time for a run.
    ///
    /// @param atMillis when, since `requested`
    /// @param byMillis how much more
    public record Extension(long atMillis, long byMillis, String why) {}

    /// Why a run ended.
    ///
    /// @param reason `process tree ended`, `time limit`, `gone quiet`, `guest stopped`, `cancelled`
    ///   or `failed`
    /// @param detail one sentence for people
    /// @param exitCode of the process that was started first, unsigned; empty where it was not seen
    ///   to end
    public record End(String reason, String detail, Optional<Long> exitCode) {

        /// All of it as one text.
        public String told() {
            return reason
                    + ": "
                    + detail
                    + exitCode.map(code -> " (exit code " + code + ")").orElse("");
        }
    }

    /// One stage of a run.
    ///
    /// @param outcome `ok`, `failed` or `skipped`
    /// @param detail what a reader needs to know; empty where there is nothing to add
    public record Stage(String name, String outcome, long millis, String detail) {}

    /// What was recorded.
    ///
    /// @param records Mark II records by `evt/subEvt`
    /// @param rawBytes bytes of raw facts that the guest shipped
    /// @param rawFrames frames of raw facts
    /// @param traceRecords records of the wineserver's recorder that were read; runs of before it
    ///   had one counted lines of its trace
    /// @param dropped events, or parts of them, that are known to be lost
    /// @param unmatched events of which not every witness told that their record needs
    /// @param skippedBytes bytes of raw facts that could not be read
    /// @param clicks clicks that were made
    /// @param files distinct dropped files that were kept
    public record Counts(
            Map<String, Long> records,
            long rawBytes,
            long rawFrames,
            @JsonAlias("traceLines") long traceRecords,
            long dropped,
            long unmatched,
            long skippedBytes,
            long clicks,
            long files) {

        /// What counts before anything was.
        static Counts none() {
            return new Counts(Map.of(), 0, 0, 0, 0, 0, 0, 0, 0);
        }

        /// The counts of both.
        Counts plus(Counts other) {
            Map<String, Long> all = new TreeMap<>(records);
            other.records.forEach((kind, count) -> all.merge(kind, count, Long::sum));
            return new Counts(
                    all,
                    rawBytes + other.rawBytes,
                    rawFrames + other.rawFrames,
                    traceRecords + other.traceRecords,
                    dropped + other.dropped,
                    unmatched + other.unmatched,
                    skippedBytes + other.skippedBytes,
                    clicks + other.clicks,
                    files + other.files);
        }

        public long total() {
            return records.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    /// What the run's log may lack, by reason; all zero in a run without loss.
    ///
    /// @param byReason a count for every reason that is known, zeros included, for example `frames
    ///   missing`, `trace records not understood`, `closes without content`; empty where the run
    ///   did not come so far that they were counted
    public record Gaps(Map<String, Long> byReason) {
        /// The gaps of both.
        Gaps plus(Gaps other) {
            Map<String, Long> all = new TreeMap<>(byReason);
            other.byReason.forEach((reason, count) -> all.merge(reason, count, Long::sum));
            return new Gaps(all);
        }

        /// Whether the reasons were looked at.
        public boolean areCounted() {
            return !byReason.isEmpty();
        }

        /// Whether nothing is known to be missing.
        public boolean none() {
            return areCounted() && byReason.values().stream().allMatch(count -> count == 0);
        }
    }
}
