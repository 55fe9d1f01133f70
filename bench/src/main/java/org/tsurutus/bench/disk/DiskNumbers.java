package org.tsurutus.bench.disk;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import org.tsurutus.bench.BenchException;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.evidence.DiskEvidence;
import org.tsurutus.disk.qcow.OverlayStore;
import org.tsurutus.disk.store.DiskName;

/// The table of `bench/disks`, for a store of overlays; medians.
final class DiskNumbers {
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long MEBIBYTE = 1L << 20;
    private static final long GIBIBYTE = 1L << 30;
    private static final long SEED = 7;

    private final Path folder;
    private final long size;
    private final int rounds;
    private final OverlayStore store;
    private final List<String> rows =
            new ArrayList<>(List.of("| what | seconds | full copy : this |", "|---|---|---|"));
    private double copy;

    DiskNumbers(Path folder, long size, int rounds) {
        this.folder = folder;
        this.size = size;
        this.rounds = rounds;
        this.store = OverlayStore.plain(folder.resolve("store"), Milestones.UNWATCHED);
    }

    /// Measures everything.
    List<String> rows() {
        Path dense = folder.resolve("dense.raw");
        fill(dense, size);
        copy = copy(dense);
        row("full copy of a dense image of " + words(size) + ", not written out", copy);
        DiskName golden = adopt("dense", dense);
        for (long dirty : new long[] {0, 32 * MEBIBYTE, GIBIBYTE}) {
            if (dirty <= size / 2) {
                lifecycle(golden, dirty);
            }
        }
        for (long gibibytes : new long[] {1, 4, 16, 64}) {
            Path sparse = folder.resolve("sparse-" + gibibytes + ".raw");
            truncate(sparse, gibibytes * GIBIBYTE);
            DiskName image = adopt("sparse-" + gibibytes, sparse);
            row(
                    "rollback, image of " + gibibytes + " GiB, 32 MiB written",
                    rollback(image, 32 * MEBIBYTE));
        }
        for (int pcs : new int[] {1, 10, 100}) {
            row("disks for " + pcs + " PCs", pcs(golden, pcs));
        }
        return rows;
    }

    private DiskName adopt(String name, Path image) {
        DiskName golden = new DiskName(name);
        store.adopt(golden, image, ImageFormat.RAW);
        return golden;
    }

    private void lifecycle(DiskName golden, long dirty) {
        DiskName disk = new DiskName("pc");
        List<Double> evidence = new ArrayList<>();
        List<Double> rollBack = new ArrayList<>();
        List<Double> verify = new ArrayList<>();
        store.snapshot(golden, disk);
        for (int round = 0; round <= rounds; round++) {
            write(disk, dirty, round + 1);
            evidence.add(time(() -> look(golden, disk)));
            List<Extent> written = store.written(disk);
            rollBack.add(time(() -> store.rollBack(disk)));
            verify.add(time(() -> store.verify(disk, SEED, written)));
        }
        store.delete(disk);
        String after = " after " + words(dirty) + " were written";
        row("rollback" + after, median(rollBack));
        row("reading back" + after, median(verify));
        row("evidence" + after, median(evidence));
    }

    private double rollback(DiskName golden, long dirty) {
        DiskName disk = new DiskName("pc");
        List<Double> times = new ArrayList<>();
        store.snapshot(golden, disk);
        for (int round = 0; round <= rounds; round++) {
            write(disk, dirty, round + 1);
            times.add(time(() -> store.rollBack(disk)));
        }
        store.delete(disk);
        return median(times);
    }

    private double pcs(DiskName golden, int count) {
        List<DiskName> disks = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            disks.add(new DiskName("pc" + i));
        }
        double seconds = time(() -> disks.forEach(disk -> store.snapshot(golden, disk)));
        disks.forEach(store::delete);
        return seconds;
    }

    private void look(DiskName golden, DiskName disk) {
        try (Blocks before = store.read(golden);
                Blocks after = store.read(disk)) {
            DiskEvidence _ = DiskEvidence.read(before, after, store.written(disk));
        }
    }

    private void write(DiskName disk, long bytes, int value) {
        if (bytes > 0) {
            run(
                    "qemu-io",
                    "-f",
                    "qcow2",
                    "-c",
                    "write -P " + value + " 0 " + bytes,
                    store.attach(disk).path().toString());
        }
    }

    private double copy(Path image) {
        List<Double> times = new ArrayList<>();
        Path target = folder.resolve("copy.raw");
        for (int round = 0; round <= rounds; round++) {
            times.add(
                    time(() ->
                            run(
                                    "cp",
                                    "--sparse=never",
                                    "--reflink=never",
                                    image.toString(),
                                    target.toString())));
            run("rm", target.toString());
        }
        return median(times);
    }

    private static void run(String... words) {
        new HostTool(List.of(words), LIMIT, Map.of()).run();
    }

    private static double time(Runnable work) {
        long start = System.nanoTime();
        work.run();
        return (System.nanoTime() - start) / 1e9;
    }

    /// The first round is everybody's who has to learn, and does not count.
    private static double median(List<Double> times) {
        List<Double> sorted = times.subList(1, times.size()).stream().sorted().toList();
        return sorted.get(sorted.size() / 2);
    }

    private void row(String what, double seconds) {
        rows.add(String.format(Locale.ROOT, "| %s | %.3f | %.1f |", what, seconds, copy / seconds));
    }

    private static String words(long bytes) {
        return bytes % GIBIBYTE == 0 && bytes > 0
                ? bytes / GIBIBYTE + " GiB"
                : bytes / MEBIBYTE + " MiB";
    }

    private static void fill(Path file, long bytes) {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] block = new byte[1 << 20];
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            for (long at = 0; at < bytes; at += block.length) {
                random.nextBytes(block);
                ByteBuffer rest =
                        ByteBuffer.wrap(block, 0, (int) Math.min(block.length, bytes - at));
                while (rest.hasRemaining()) {
                    channel.write(rest);
                }
            }
        } catch (IOException e) {
            throw new BenchException(
                    "cannot write " + file + ": " + e + "; name another --folder", e);
        }
    }

    private static void truncate(Path file, long bytes) {
        try (FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(1), bytes - 1);
        } catch (IOException e) {
            throw new BenchException(
                    "cannot make " + file + ": " + e + "; name another --folder", e);
        }
    }
}
