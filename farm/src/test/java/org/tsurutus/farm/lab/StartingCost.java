package org.tsurutus.farm.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.scenario.ScenarioFile;

/// Says how long runs of several PCs take to start and to stop, and what memory a PC takes; see
/// `bench/start`.
final class StartingCost {
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private StartingCost() {}

    /// One run.
    ///
    /// @param startSeconds from the request to the specimen's start, accounts, shares and the proof
    ///   of containment included
    /// @param stopSeconds from the specimen's end to the finished run
    /// @param megabytes the most that the QEMU of a PC had in memory
    private record Measured(double startSeconds, double stopSeconds, double megabytes) {}

    /// @param arguments the rounds, then how many PCs, for example `3 1 2 3`
    public static void main(String[] arguments) throws Exception {
        int rounds = Integer.parseInt(arguments[0]);
        int[] counts = Arrays.stream(arguments).skip(1).mapToInt(Integer::parseInt).toArray();
        Path runs = Files.createTempDirectory("starting");
        Map<Integer, List<Measured>> measured = new TreeMap<>();
        for (int round = 0; round <= rounds; round++) {
            for (int pcs : counts) {
                Measured one = measure(pcs, runs);
                if (round > 0) {
                    measured.computeIfAbsent(pcs, _ -> new ArrayList<>()).add(one);
                }
            }
        }
        row("PCs", "start, s", "as long as the first row's", "stop, s", "MB a PC at most");
        row("---", "---", "---", "---", "---");
        List<Measured> first = measured.get(counts[0]);
        measured.forEach((pcs, all) ->
                row(
                        Integer.toString(pcs),
                        shown(all.stream().mapToDouble(Measured::startSeconds).toArray()),
                        shown(ratios(all, first)),
                        shown(all.stream().mapToDouble(Measured::stopSeconds).toArray()),
                        shown(all.stream().mapToDouble(Measured::megabytes).toArray())));
    }

    private static double[] ratios(List<Measured> all, List<Measured> first) {
        double[] ratios = new double[all.size()];
        for (int i = 0; i < ratios.length; i++) {
            ratios[i] = all.get(i).startSeconds() / first.get(i).startSeconds();
        }
        return ratios;
    }

    private static Measured measure(int pcs, Path runs) throws InterruptedException {
        RunRequest request =
                RealLab.request(RealLab.examples().resolve("hello.bat"), "", LIMIT, runs)
                        .with(ScenarioFile.office().first(pcs));
        long[] peak = new long[1];
        Thread watching = Thread.ofPlatform().daemon().start(() -> watch(peak));
        RunDirectory run = RealLab.LAB.runner().run(request);
        watching.interrupt();
        watching.join();
        RunManifest manifest = run.manifest();
        if (manifest.state() != RunManifest.State.DONE) {
            throw new IllegalStateException(run.path() + ": " + manifest.end());
        }
        Map<String, Long> marks = manifest.times().marks();
        return new Measured(
                marks.get("running") / 1e3,
                (marks.get("ended") - marks.get("collecting")) / 1e3,
                peak[0] / 1e6);
    }

    /// Looks at the memory of the lab's QEMUs every fifth of a second.
    private static void watch(long[] peak) {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                RealLab.machines(RealLab.LAB.home().leases())
                        .forEach(machine -> peak[0] = Math.max(peak[0], memory(machine)));
                Thread.sleep(200);
            }
        } catch (InterruptedException _) {
            // the run is over
        }
    }

    private static long memory(ProcessHandle machine) {
        try {
            return Files.readAllLines(Path.of("/proc/" + machine.pid() + "/status")).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .findFirst()
                    .orElse(0);
        } catch (IOException _) {
            return 0;
        }
    }

    /// Median (least to most).
    private static String shown(double[] values) {
        Arrays.sort(values);
        return String.format(
                Locale.ROOT,
                "%.1f (%.1f–%.1f)",
                values[values.length / 2],
                values[0],
                values[values.length - 1]);
    }

    private static void row(String... cells) {
        System.out.println("| " + String.join(" | ", cells) + " |");
    }
}
