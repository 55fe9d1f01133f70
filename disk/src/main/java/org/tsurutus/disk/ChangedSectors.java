package org.tsurutus.disk;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// Which sectors of a disk differ from its base. Bytes decide: a sector that was overwritten with
/// what it held has not changed.
///
/// @param runs in the order of the disk
/// @param unlistedRuns further runs that are only counted
/// @param unlistedSectors the sectors in those
public record ChangedSectors(List<SectorRun> runs, long unlistedRuns, long unlistedSectors) {
    /// How many runs are listed unless the caller says otherwise.
    public static final int MOST_RUNS = 1_000;

    public ChangedSectors {
        runs = List.copyOf(runs);
    }

    /// How many sectors changed, listed or not.
    public long total() {
        return unlistedSectors + runs.stream().mapToLong(SectorRun::count).sum();
    }

    /// Compares with at most [#MOST_RUNS] runs listed.
    ///
    /// @throws DiskException as the longer form does
    public static ChangedSectors compare(Path overlay, Path base, Path workDirectory) {
        return compare(overlay, base, workDirectory, MOST_RUNS);
    }

    /// Compares an overlay with its base. The cost follows what was written when the base is raw;
    /// another base is copied out whole.
    ///
    /// @param workDirectory where copies may lie meanwhile, as large as what was written
    /// @param mostRuns how many runs are listed, the rest being counted
    /// @throws DiskException when an image cannot be read, or a machine still has it open
    public static ChangedSectors compare(
            Path overlay, Path base, Path workDirectory, int mostRuns) {
        List<Extent> extents = Overlay.changedExtents(overlay);
        String baseFormat = Overlay.baseFormat(overlay);
        try {
            Path layer = Files.createTempFile(workDirectory, "layer", ".raw");
            Path flatBase = Files.createTempFile(workDirectory, "base", ".raw");
            try {
                QemuImg.run(
                        QemuImg.COPY,
                        "convert",
                        "-O",
                        "raw",
                        QemuImg.layerAlone(overlay),
                        layer.toAbsolutePath().toString());
                Path rawBase =
                        baseFormat.equals("raw") ? base : flatten(base, baseFormat, flatBase);
                return compare(extents, layer, rawBase, mostRuns);
            } finally {
                Files.deleteIfExists(layer);
                Files.deleteIfExists(flatBase);
            }
        } catch (IOException e) {
            throw new DiskException("cannot compare " + overlay + " with " + base + ": " + e, e);
        }
    }

    private static Path flatten(Path base, String format, Path target) {
        QemuImg.run(
                QemuImg.COPY,
                "convert",
                "-f",
                format,
                "-O",
                "raw",
                base.toAbsolutePath().toString(),
                target.toAbsolutePath().toString());
        return target;
    }

    private static ChangedSectors compare(
            List<Extent> extents, Path after, Path before, int mostRuns) throws IOException {
        RunCollector collector = new RunCollector(mostRuns);
        try (FileChannel newBytes = FileChannel.open(after);
                FileChannel oldBytes = FileChannel.open(before)) {
            for (Extent extent : extents) {
                collector.compare(oldBytes, newBytes, extent);
            }
        }
        return collector.finish();
    }
}
