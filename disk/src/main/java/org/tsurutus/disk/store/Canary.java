package org.tsurutus.disk.store;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Hashes;

/// Stretches of a golden image with their hashes. A disk that does not read as they say does not
/// lie over that image, or the image itself was changed.
///
/// @param probes in the order in which they are read
public record Canary(List<Probe> probes) {
    private static final int PROBES = 16;
    private static final int LENGTH = 64 * 1024;

    public Canary {
        probes = List.copyOf(probes);
    }

    /// A stretch.
    ///
    /// @param at the first byte
    /// @param length how many bytes
    /// @param sha256 lower-case hex
    public record Probe(long at, int length, String sha256) {}

    /// Notes the beginning, the end and some places between.
    ///
    /// @param golden the image, just imported
    /// @param seed where between
    public static Canary of(Blocks golden, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<Probe> probes = new ArrayList<>();
        long lastStart = Math.max(0, golden.size() - LENGTH);
        probes.add(probe(golden, 0));
        probes.add(probe(golden, lastStart));
        while (probes.size() < PROBES) {
            probes.add(probe(golden, random.nextLong(lastStart + 1)));
        }
        return new Canary(probes);
    }

    private static Probe probe(Blocks disk, long at) {
        int length = (int) Math.min(LENGTH, disk.size() - at);
        return new Probe(at, length, Hashes.sha256(disk.bytes(at, length)));
    }

    /// The first probe that reads as something else, if one does.
    Optional<Probe> firstDifference(Blocks disk) {
        return probes.stream()
                .filter(probe ->
                        !Hashes.sha256(disk.bytes(probe.at, probe.length)).equals(probe.sha256))
                .findFirst();
    }
}
