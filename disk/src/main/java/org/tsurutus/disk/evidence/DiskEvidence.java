package org.tsurutus.disk.evidence;

import java.util.List;
import java.util.Set;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;

/// Which sectors of a disk differ from its base, and what they are. Bytes decide: a sector that was
/// overwritten with what it held has not changed.
///
/// @param runs in the order of the disk; one that reaches over several structures is split
/// @param unlistedRuns further runs that are only counted
/// @param unlistedSectors the sectors in those
public record DiskEvidence(List<SectorRun> runs, long unlistedRuns, long unlistedSectors) {
    /// How many runs are listed unless the caller says otherwise.
    public static final int MOST_RUNS = 1_000;

    /// Nothing changed.
    public static final DiskEvidence NONE = new DiskEvidence(List.of(), 0, 0);

    public DiskEvidence {
        runs = List.copyOf(runs);
    }

    /// How many sectors changed, listed or not.
    public long total() {
        return unlistedSectors + runs.stream().mapToLong(SectorRun::count).sum();
    }

    /// What an earlier look at the same disk did not show; what it only counted is not counted
    /// again.
    public DiskEvidence without(DiskEvidence earlier) {
        Set<SectorRun> known = Set.copyOf(earlier.runs);
        return new DiskEvidence(
                runs.stream().filter(run -> !known.contains(run)).toList(),
                Math.max(0, unlistedRuns - earlier.unlistedRuns),
                Math.max(0, unlistedSectors - earlier.unlistedSectors));
    }

    /// Reads with at most [#MOST_RUNS] runs listed.
    ///
    /// @throws DiskException as the longer form does
    public static DiskEvidence read(Blocks base, Blocks after, List<Extent> written) {
        return read(base, after, written, MOST_RUNS);
    }

    /// Compares what was written with the base. Only the base is parsed; the cost follows what was
    /// written.
    ///
    /// @param base the disk as the run found it
    /// @param after the disk as the run left it
    /// @param written where the run wrote, in the order of the disk
    /// @param mostRuns how many runs are listed, the rest being counted
    /// @throws DiskException when a disk cannot be read
    public static DiskEvidence read(Blocks base, Blocks after, List<Extent> written, int mostRuns) {
        RunCollector collector = new RunCollector(DiskMap.of(base), mostRuns);
        for (Extent extent : written) {
            collector.compare(base, after, extent);
        }
        return collector.finish();
    }
}
