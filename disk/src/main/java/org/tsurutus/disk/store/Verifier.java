package org.tsurutus.disk.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;

/// Reads back whether a disk is its golden image. That a rollback reported success is no proof: a
/// cache between may go on serving what was there before.
final class Verifier {
    private static final int BLOCK = 64 * 1024;
    private static final int SAMPLES = 32;
    private static final int MOST_SUSPECTS = 64;

    private final BlockStore store;

    Verifier(BlockStore store) {
        this.store = store;
    }

    Verdict verify(DiskName disk, long seed, List<Extent> suspects) {
        try {
            Optional<Golden> golden = store.origin(disk).flatMap(store::golden);
            if (golden.isEmpty()) {
                return new Verdict.Unsound("it has no golden image in this store");
            }
            List<Extent> written = store.written(disk);
            if (!written.isEmpty()) {
                return new Verdict.Unsound(
                        written.size()
                                + " stretches are changed, first at byte "
                                + written.getFirst().start());
            }
            try (Blocks is = store.read(disk);
                    Blocks should = store.read(golden.get().name())) {
                return compare(is, should, golden.get(), seed, suspects);
            }
        } catch (DiskException e) {
            return new Verdict.Unsound("it cannot be read back: " + e.getMessage());
        }
    }

    private static Verdict compare(
            Blocks is, Blocks should, Golden golden, long seed, List<Extent> suspects) {
        if (is.size() != golden.size()) {
            return new Verdict.Unsound(
                    "it has " + is.size() + " bytes instead of " + golden.size());
        }
        Optional<Canary.Probe> canary = golden.canary().firstDifference(is);
        if (canary.isPresent()) {
            return new Verdict.Unsound(
                    "the canary at byte " + canary.get().at() + " reads as something else");
        }
        List<Long> blocks = blocks(is.size(), seed, suspects);
        for (long at : blocks) {
            if (!Arrays.equals(is.bytes(at, BLOCK), should.bytes(at, BLOCK))) {
                return new Verdict.Unsound(
                        "the block at byte " + at + " is not that of " + golden.name());
            }
        }
        return new Verdict.Sound(golden.canary().probes().size() + blocks.size());
    }

    /// The first and last block of what is suspect, and some drawn by the seed.
    private static List<Long> blocks(long size, long seed, List<Extent> suspects) {
        List<Long> blocks = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < Math.min(suspects.size(), MOST_SUSPECTS); i++) {
            int chosen = suspects.size() <= MOST_SUSPECTS ? i : random.nextInt(suspects.size());
            Extent suspect = suspects.get(chosen);
            blocks.add(suspect.start() / BLOCK * BLOCK);
            blocks.add((suspect.end() - 1) / BLOCK * BLOCK);
        }
        for (int i = 0; i < SAMPLES; i++) {
            blocks.add(random.nextLong((size + BLOCK - 1) / BLOCK) * BLOCK);
        }
        return blocks.stream().filter(at -> at >= 0 && at < size).distinct().toList();
    }
}
