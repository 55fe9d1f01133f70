package org.tsurutus.disk.vm;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.boot.DisklessPc;
import org.tsurutus.disk.boot.DisklessPc.Firmware;

/// A measurement, not a test, which `bench/storm` runs: 1, 2, 4 and 8 PCs without a disk are
/// switched on together, and start from one base.
class BootStorm {
    private static final Duration LIMIT = Duration.ofMinutes(15);

    /// What a PC says on its way.
    private static final SequencedMap<String, String> SIGNS = new LinkedHashMap<>();

    static {
        SIGNS.put("its script", ": starting from");
        SIGNS.put("Debian's kernel", "client: iqn");
        SIGNS.put("the program on its disk", "of this disk");
    }

    @Test
    @Timeout(3600)
    void pcsAreSwitchedOnTogether(@TempDir Path folder) throws Exception {
        System.out.println("| PCs | until | first, s | median, s | last, s |");
        System.out.println("|---|---|---|---|---|");
        try (DisklessLab lab = DisklessLab.start(folder, 8)) {
            for (int count = 1; count <= 8; count *= 2) {
                storm(lab, count);
            }
        }
    }

    private static void storm(DisklessLab lab, int count) throws Exception {
        List<DisklessLab.Run> runs = new ArrayList<>();
        List<DisklessPc> pcs = new ArrayList<>();
        try {
            for (int number = 1; number <= count; number++) {
                runs.add(lab.begin(number));
            }
            for (DisklessLab.Run run : runs) {
                pcs.add(run.start(Firmware.BIOS, "look"));
            }
            watch(pcs).forEach((what, ages) -> row(count, what, ages));
        } finally {
            pcs.forEach(DisklessPc::close);
            for (DisklessLab.Run run : runs) {
                run.close();
            }
        }
    }

    /// When the PCs said each sign, after they were switched on, the earliest first.
    private static Map<String, List<Duration>> watch(List<DisklessPc> pcs) throws Exception {
        Map<String, List<Duration>> ages = new LinkedHashMap<>();
        Map<String, List<DisklessPc>> silent = new LinkedHashMap<>();
        SIGNS.forEach((what, _) -> {
            ages.put(what, new ArrayList<>());
            silent.put(what, new ArrayList<>(pcs));
        });
        long end = System.nanoTime() + LIMIT.toNanos();
        while (silent.values().stream().anyMatch(left -> !left.isEmpty())) {
            if (System.nanoTime() > end) {
                throw new AssertionError("some PCs did not start: " + ages);
            }
            for (Map.Entry<String, List<DisklessPc>> left : silent.entrySet()) {
                for (DisklessPc pc : List.copyOf(left.getValue())) {
                    if (pc.serial().says(SIGNS.get(left.getKey()))) {
                        ages.get(left.getKey()).add(pc.age());
                        left.getValue().remove(pc);
                    }
                }
            }
            Thread.sleep(20);
        }
        return ages;
    }

    private static void row(int count, String what, List<Duration> ages) {
        System.out.printf(
                Locale.ROOT,
                "| %d | %s | %s | %s | %s |%n",
                count,
                what,
                seconds(ages.getFirst()),
                seconds(ages.get(ages.size() / 2)),
                seconds(ages.getLast()));
    }

    private static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f", duration.toMillis() / 1000.0);
    }
}
