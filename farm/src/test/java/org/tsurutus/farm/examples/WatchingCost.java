package org.tsurutus.farm.examples;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import org.tsurutus.farm.run.Rebuild;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.windows.signature.TrustStore;

/// Says what watching a specimen cost, from finished runs of it that were watched and unwatched;
/// see `bench/cost`.
final class WatchingCost {
    private static final int CONVERSIONS = 8;
    private static final int WARM_UP = 3;

    private WatchingCost() {}

    /// One run.
    ///
    /// @param seconds from the start of the specimen to its end, by the guest's clock
    private record Measured(RunDirectory run, RunManifest manifest, double seconds) {
        boolean watched() {
            return !manifest.tools().containsKey("sensor");
        }
    }

    public static void main(String[] arguments) throws IOException {
        List<Measured> runs =
                Arrays.stream(arguments)
                        .map(path -> measured(new RunDirectory(Path.of(path))))
                        .toList();
        List<Measured> on = runs.stream().filter(Measured::watched).toList();
        List<Measured> off = runs.stream().filter(run -> !run.watched()).toList();
        if (on.isEmpty() || on.size() != off.size()) {
            System.err.println("give as many watched runs as unwatched ones, and at least one");
            System.exit(2);
        }
        double[] ratios = new double[on.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = on.get(i).seconds() / off.get(i).seconds();
        }
        row("what", "median", "least", "most");
        row("---", "---", "---", "---");
        row("wall time, watched, s", on.stream().mapToDouble(Measured::seconds).toArray());
        row("wall time, unwatched, s", off.stream().mapToDouble(Measured::seconds).toArray());
        row("watched : unwatched, pair by pair", ratios);
        row(
                "raw facts, MB",
                on.stream().mapToDouble(run -> run.manifest().counts().rawBytes() / 1e6).toArray());
        row(
                "raw facts as kept, MB",
                on.stream().mapToDouble(run -> megabytes(run.run().raw().facts())).toArray());
        row("log, MB", on.stream().mapToDouble(WatchingCost::log).toArray());
        row(
                "last record after power-off, s",
                on.stream().mapToDouble(WatchingCost::collect).toArray());
        row("facts turned into the log, thousand events/s on one core", conversion(on.getLast()));
    }

    private static Measured measured(RunDirectory run) {
        long[] moments = new long[2];
        try (InputStream facts = new GZIPInputStream(Files.newInputStream(run.raw().facts()))) {
            new FactReader(facts)
                    .forEach(fact -> {
                        if (fact instanceof RawFact.Note note) {
                            moment(note, moments);
                        }
                    });
        } catch (IOException e) {
            throw new java.io.UncheckedIOException("no raw facts in " + run.path(), e);
        }
        return new Measured(run, run.manifest(), (moments[1] - moments[0]) / 1e9);
    }

    /// The guest warms up with a program of its own, so the last start counts.
    private static void moment(RawFact.Note note, long[] moments) {
        if (note.text().startsWith("launched ")) {
            moments[0] = note.nanos();
        } else if (note.text().startsWith("ended ")) {
            moments[1] = note.nanos();
        }
    }

    private static double log(Measured run) {
        return megabytes(run.run().log(run.manifest().specimen().sha256()));
    }

    private static double collect(Measured run) {
        return run.manifest().stages().stream()
                .filter(stage -> stage.name().equals("collect"))
                .mapToDouble(stage -> stage.millis() / 1e3)
                .sum();
    }

    private static double megabytes(Path file) {
        try {
            return Files.size(file) / 1e6;
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static double[] conversion(Measured run) throws IOException {
        RunManifest.Counts counts = run.manifest().counts();
        long events = counts.traceRecords() + counts.rawFrames();
        Path scratch = Files.createTempDirectory("conversion");
        double[] rates = new double[CONVERSIONS];
        for (int i = -WARM_UP; i < CONVERSIONS; i++) {
            long start = System.nanoTime();
            new Rebuild(run.run())
                    .write(TrustStore.empty(), scratch, OutputStream.nullOutputStream());
            double seconds = (System.nanoTime() - start) / 1e9;
            if (i >= 0) {
                rates[i] = events / seconds / 1e3;
            }
        }
        Files.delete(scratch);
        return rates;
    }

    private static void row(String what, double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        row(
                what,
                shown(sorted[sorted.length / 2]),
                shown(sorted[0]),
                shown(sorted[sorted.length - 1]));
    }

    private static String shown(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
