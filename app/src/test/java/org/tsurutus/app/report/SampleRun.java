package org.tsurutus.app.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.imageio.ImageIO;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.cast.Screencast;

/// A run made by the tests, of a specimen whose names attack the report.
final class SampleRun {
    static final String SHA256 = "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08";
    static final String HOSTILE = "</script><img src=x onerror=document.title='owned'>";
    static final String NAME = "invoice" + HOSTILE + "\u202Efdp.exe";

    /// The hash of what the screen showed when it was clicked.
    static final String FRAME = "60303ae22b998861bce3b28f33eec1be758a213c86c93c076dbe9f558c11c752";

    /// The terminal of the other PC of a run of two.
    static final String SPREAD_TO = "70e1cfe4-ae30-3916-84ba-c5e9fa78b798";

    private static final int STEPS = 12;

    private SampleRun() {}

    /// A whole run: its log, its clicks, its pictures and a dropped file that was kept.
    static RunDirectory whole(Path directory) throws IOException {
        RunDirectory run = new RunDirectory(directory);
        run.save(
                manifest(
                        RunManifest.State.DONE,
                        Map.of("frames missing", 0L, "trace records not understood", 0L)));
        SampleLog.write(run.log(SHA256));
        Files.createDirectories(run.files());
        Files.writeString(run.files().resolve(SampleLog.DROPPED), "dropped");
        Files.createDirectories(run.screens());
        picture(run.screens().resolve("0001-before.png"), true);
        picture(run.screens().resolve("0001-after.png"), false);
        picture(run.screens().resolve("final.png"), false);
        Files.writeString(
                run.clicks(),
                """
                {"at":"2026-11-22T12:00:05.123Z","millis":4123,"frame":"%s","before":"screens/0001-before.png","after":"screens/0001-after.png","width":1024,"height":768,"box":{"x":430,"y":430,"width":90,"height":30},"label":"OK","word":"ok","score":0.93,"alternatives":[{"label":"Cancel<b>","box":{"x":540,"y":430,"width":90,"height":30},"why":"never: cancel"}],"reason":"affirmative","effect":"changed","changedFraction":0.031,"reactionMillis":210,"unknown":[1]}
                """
                        .formatted(FRAME));
        return run;
    }

    /// A whole run that was filmed: the desktop, the dialog that was clicked, and a window that
    /// grows.
    static RunDirectory filmed(Path directory) throws IOException {
        RunDirectory run = whole(directory);
        try (Screencast screencast = new Screencast(film(run))) {
            screencast.add(Frame.readPng(run.screens().resolve("0001-after.png")), 1_000);
            screencast.add(Frame.readPng(run.screens().resolve("0001-before.png")), 3_000);
            screencast.add(Frame.readPng(run.screens().resolve("0001-after.png")), 4_300);
            for (int step = 1; step <= STEPS; step++) {
                screencast.add(growing(step), 5_000 + step * 250L);
            }
        }
        return run;
    }

    static Path film(RunDirectory run) {
        return run.screens().resolve(Screencast.FILE_NAME);
    }

    /// What a filmed run's screen shows last.
    static Frame last() {
        return growing(STEPS);
    }

    private static Frame growing(int step) {
        int[] rgb = new int[1024 * 768];
        for (int y = 100; y < 100 + 30 * step; y++) {
            Arrays.fill(
                    rgb, y * 1024 + 100, y * 1024 + 100 + 50 * step, 0x204060 + step * 0x0F0703);
        }
        return new Frame(1024, 768, rgb);
    }

    /// A run of two PCs: the specimen wrote a copy to the other one and had it started there, where
    /// it was clicked as well. Both screens showed the same.
    static RunDirectory spread(Path directory) throws IOException {
        RunDirectory run = whole(directory);
        RunManifest one = run.manifest();
        RunManifest.Pc first = one.pcs().getFirst();
        RunManifest.Pc second =
                new RunManifest.Pc(
                        "pc2",
                        first.machine(),
                        "PC02",
                        SPREAD_TO,
                        "S-1-5-21-4-5-6",
                        "10.0.2.16",
                        "52:54:00:12:34:57",
                        first.user(),
                        first.image(),
                        first.accelerator(),
                        first.start(),
                        first.clock(),
                        Optional.empty());
        run.save(
                new RunManifest(
                        one.format(),
                        one.run(),
                        one.state(),
                        one.specimen(),
                        one.start(),
                        List.of(first, second),
                        one.times(),
                        one.end(),
                        one.stages(),
                        one.counts(),
                        one.gaps(),
                        one.scenario(),
                        one.containment(),
                        one.timers(),
                        one.tools()));
        Files.writeString(run.log(SHA256), SampleLog.spread(), StandardOpenOption.APPEND);
        Path other = directory.resolve("pcs").resolve("PC02");
        Files.createDirectories(other.resolve("screens"));
        picture(other.resolve("screens/0001-before.png"), true);
        Files.copy(run.clicks(), other.resolve("clicks.jsonl"));
        Files.write(other.resolve("screens").resolve(Screencast.FILE_NAME), new byte[1]);
        return run;
    }

    /// A run that failed before it had a log.
    static RunDirectory failed(Path directory) {
        RunDirectory run = new RunDirectory(directory);
        run.save(manifest(RunManifest.State.FAILED, Map.of("frames missing", 3L)));
        return run;
    }

    private static RunManifest manifest(RunManifest.State state, Map<String, Long> gaps) {
        boolean done = state == RunManifest.State.DONE;
        return new RunManifest(
                1,
                "20261122-120000-9f86d081",
                state,
                new RunManifest.Specimen(
                        NAME,
                        "exe",
                        Optional.of("x86"),
                        45_056,
                        "098f6bcd4621d373cade4e832627b4f6",
                        "a94a8fe5ccb19ba61c4c0873d391e987982fbbd3",
                        SHA256),
                new RunManifest.Start(
                        "/quiet \"two words\"",
                        "C:\\specimen\\invoice.exe",
                        "\"C:\\specimen\\invoice.exe\" /quiet \"two words\"",
                        Optional.of(7L)),
                List.of(
                        new RunManifest.Pc(
                                "pc1",
                                "wine32",
                                "PC01",
                                SampleLog.TERMINAL,
                                "S-1-5-21-1-2-3",
                                "10.0.2.15",
                                "52:54:00:12:34:56",
                                "user",
                                "4b227777d4dd1fc61c6f884f48641d02b4d121d3fd328cb08b5531fcacdabf8a",
                                "tcg",
                                "warm",
                                Optional.of(new RunManifest.Clock(1_000_000, 400_000)),
                                Optional.empty())),
                new RunManifest.Times(
                        Instant.parse("2026-11-22T12:00:00Z"),
                        Map.of("leased", 12L, "started", 430L, "running", 980L, "ended", 7_215L),
                        900_000),
                Optional.of(
                        done
                                ? new RunManifest.End(
                                        "process tree ended",
                                        "the last process of the specimen ended by itself",
                                        Optional.of(7L))
                                : new RunManifest.End(
                                        "failed", "the guest did not answer", Optional.empty())),
                List.of(
                        new RunManifest.Stage("run", done ? "ok" : "failed", 7_215, ""),
                        new RunManifest.Stage("log", done ? "ok" : "skipped", 320, "")),
                new RunManifest.Counts(
                        new TreeMap<>(Map.of("file/close", 2L)),
                        5_500_000,
                        812,
                        64_201,
                        0,
                        0,
                        0,
                        1,
                        1),
                new RunManifest.Gaps(new TreeMap<>(gaps)),
                Optional.of(new RunManifest.Setting("alone", "none", List.of())),
                Optional.of(new RunManifest.Containment(List.of(), List.of())),
                Optional.of(
                        new RunManifest.Timers(
                                Optional.of(1_800_000L),
                                Optional.of(120_000L),
                                List.of(
                                        new RunManifest.Extension(
                                                900_000, 60_000, "the user asked for it")))),
                new TreeMap<>(Map.of("qemu", "7.2.9", "wine", "8.0", "tsurutus", "0.1.0")));
    }

    static void picture(Path file, boolean dialog) throws IOException {
        BufferedImage image = new BufferedImage(1024, 768, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        pen.setColor(new Color(0x3A6EA5));
        pen.fillRect(0, 0, 1024, 768);
        pen.setFont(new Font(Font.SANS_SERIF, Font.PLAIN, 15));
        if (dialog) {
            pen.setColor(new Color(0xECE9D8));
            pen.fillRect(362, 300, 300, 180);
            pen.setColor(new Color(0x0A246A));
            pen.fillRect(362, 300, 300, 28);
            pen.setColor(Color.WHITE);
            pen.drawString("Invoice", 372, 320);
            pen.setColor(Color.BLACK);
            pen.drawString("Do you want to install the viewer?", 384, 372);
            button(pen, 430, "OK");
            button(pen, 540, "Cancel");
        }
        pen.dispose();
        ImageIO.write(image, "png", file.toFile());
    }

    private static void button(Graphics2D pen, int x, String label) {
        pen.setColor(Color.LIGHT_GRAY);
        pen.fillRect(x, 430, 90, 30);
        pen.setColor(Color.BLACK);
        pen.drawRect(x, 430, 90, 30);
        pen.drawString(label, x + 22, 450);
    }
}
