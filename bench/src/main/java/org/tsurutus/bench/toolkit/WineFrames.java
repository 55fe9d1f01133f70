package org.tsurutus.bench.toolkit;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.TruePanel;
import org.tsurutus.bench.click.Truth;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.machine.qemu.QemuMachine;
import org.tsurutus.screen.Frame;

/// Leases a PC of this host's lab, has Wine show its dialogs there, and keeps the frames with their
/// truth; see `bench/toolkits/wine`.
public final class WineFrames {
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final Duration NEXT_DIALOG = Duration.ofSeconds(90);
    private static final int MOST_DIALOGS = 500;
    private static final int LOOKS = 6;
    private static final int POINTER_MARGIN = 4;
    private static final String DESKTOP = "C:\\users\\lab\\Desktop";

    private final Gallery gallery;
    private final FrameFolder frames;
    private final TreeFiles trees = new TreeFiles();
    private int kept;
    private int missed;

    private WineFrames(Gallery gallery, FrameFolder frames) {
        this.gallery = gallery;
        this.frames = frames;
    }

    /// Makes the frames.
    ///
    /// @param arguments a folder
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            System.err.println("usage: bench/toolkits/wine FOLDER");
            System.exit(2);
        }
        Path root = Path.of(System.getProperty("tsurutus.root", ".")).toAbsolutePath();
        Lab lab = new Lab(System.getenv(), root, Progress.silent());
        Path examples = Examples.build(lab.home(), root.resolve("examples"), Progress.silent());
        Gallery gallery = new Gallery(Scene.standard(), Wording.standard());
        GuestImage image = lab.images().image(GuestProfile.WINE32);
        FrameFolder folder = FrameFolder.make(Path.of(arguments[0]).resolve("wine"));
        WineFrames frames = new WineFrames(gallery, folder);
        try (Lease lease = Lease.take(lab.home(), Optional.empty())) {
            Path work = Files.createDirectory(lease.folder().resolve("gallery"));
            Path archive =
                    gallery.pack(
                            root.resolve("bench/toolkits"), examples.resolve("setup.exe"), work);
            try (Machine machine =
                    new QemuMachine(image, lab.accelerator().accelerator(), lease.folder())) {
                machine.insert(archive);
                frames.visit(machine, machine.powerOn().kind());
            }
        }
        System.out.printf("wine: %d frames, %d dialogs missed%n", frames.kept, frames.missed);
    }

    private void visit(Machine machine, Machine.StartKind kind) {
        try (GuestSession session =
                new GuestSession(machine, OutputStream.nullOutputStream(), trees)) {
            session.awaitReady(BOOT);
            if (kind == Machine.StartKind.COLD) {
                session.awaitQuiet(ANSWER);
            }
            Frame empty = machine.screen().frame();
            machine.input()
                    .pointer(
                            empty.width() - POINTER_MARGIN,
                            empty.height() - POINTER_MARGIN,
                            false,
                            empty.width(),
                            empty.height());
            session.tell("unpack /wine/drive_c/users/lab/Desktop", ANSWER);
            String program = DESKTOP + "\\gallery.exe " + gallery.exhibits().size();
            session.tell("run " + DESKTOP + "\t" + program, ANSWER);
            for (int number = 0; number < MOST_DIALOGS; number++) {
                WindowTree tree = WindowTree.parse(trees.take(NEXT_DIALOG));
                if (tree.kind().equals("end")) {
                    break;
                }
                keep(machine, tree, number);
            }
        } finally {
            machine.powerOff();
        }
    }

    /// Keeps the frame if the screen stands still while its dialog is the latest one.
    private void keep(Machine machine, WindowTree tree, int number) {
        Frame frame = machine.screen().frame();
        for (int look = 0; look < LOOKS && trees.isLatest(); look++) {
            Frame next = machine.screen().frame();
            if (next.differing(frame) == 0 && trees.isLatest()) {
                frames.write(next, truth("wine-%06d".formatted(number), tree, next));
                kept++;
                return;
            }
            frame = next;
        }
        missed++;
        System.err.println("missed: " + tree.title());
    }

    private Truth truth(String id, WindowTree tree, Frame frame) {
        boolean scene = tree.kind().equals("scene");
        Optional<Gallery.Exhibit> exhibit =
                scene ? Optional.of(gallery.exhibits().get(tree.number() - 1)) : Optional.empty();
        List<Integer> intended =
                intended(tree.controls(), exhibit.map(this::wanted).orElse(tree.intended()));
        String panel =
                exhibit.map(each -> each.scene().panel())
                        .orElse(tree.controls().size() > 3 ? "wizard" : "dialog");
        return new Truth(
                id,
                0,
                Split.TEST,
                "wine",
                "wine",
                exhibit.map(Gallery.Exhibit::language).orElse("en"),
                1,
                false,
                "win32",
                "none",
                "none",
                frame.width(),
                frame.height(),
                List.of(
                        new TruePanel(
                                panel,
                                tree.panel()
                                        .orElseThrow(() ->
                                                new BenchException(
                                                        id + " has no window; see gallery.c")),
                                tree.title())),
                tree.controls(),
                intended,
                intended.isEmpty());
    }

    private List<String> wanted(Gallery.Exhibit exhibit) {
        return exhibit.scene().controls().stream()
                .filter(Scene.Part::intended)
                .flatMap(part -> part.label().stream())
                .map(word -> Wording.plain(gallery.wording().marked(word, exhibit.language())))
                .toList();
    }

    private static List<Integer> intended(List<TrueControl> controls, List<String> labels) {
        return IntStream.range(0, controls.size())
                .filter(index -> controls.get(index).enabled())
                .filter(index -> labels.contains(controls.get(index).label()))
                .boxed()
                .toList();
    }
}
