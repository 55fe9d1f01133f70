package org.tsurutus.bench.toolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.toolkit.FrameTruth.ControlTruth;
import org.tsurutus.bench.toolkit.FrameTruth.PanelTruth;
import org.tsurutus.screen.Frame;

/// Has GTK, Qt and Swing show every dialog of `scenes.json` in every look of `looks.tsv`, and keeps
/// the frames with their truth; see `bench/toolkits/run`.
public final class ToolkitFrames {
    private static final long SEED = 7;

    /// Room for title bars above a dialog, in the toolkit's pixels.
    private static final int MARGIN = 32;

    /// How far the language moves on from one look to the next, so that each scene meets several.
    private static final int LANGUAGE_STEP = 3;

    private final List<Scene> scenes = Scene.standard();
    private final Wording wording = Wording.standard();
    private final Path root;
    private final Path folder;

    private ToolkitFrames(Path root, Path folder) {
        this.root = root;
        this.folder = folder;
    }

    /// Makes the frames.
    ///
    /// @param arguments a folder, then the toolkits; all of them where none is named
    public static void main(String[] arguments) {
        if (arguments.length == 0) {
            System.err.println("usage: bench/toolkits/run FOLDER [gtk|qt|swing]...");
            System.exit(2);
        }
        Path root = Path.of(System.getProperty("tsurutus.root", ".")).toAbsolutePath();
        List<String> wanted = Arrays.asList(arguments).subList(1, arguments.length);
        Map<String, List<Look>> looks =
                Look.all().stream()
                        .filter(look -> wanted.isEmpty() || wanted.contains(look.toolkit()))
                        .collect(Collectors.groupingBy(Look::toolkit));
        System.out.println("seed " + SEED);
        ToolkitFrames frames = new ToolkitFrames(root, Path.of(arguments[0]));
        looks.values().forEach(frames::draw);
    }

    private void draw(List<Look> looks) {
        for (int index = 0; index < looks.size(); index++) {
            draw(looks.get(index), index);
        }
    }

    private void draw(Look look, int index) {
        FrameFolder frames = FrameFolder.make(folder.resolve(look.toolkit()));
        Path memory = scratch();
        try (VirtualScreen screen =
                        new VirtualScreen(look.width(), look.height(), look.titleBars(), memory);
                DialogProgram program = new DialogProgram(look, root, screen)) {
            for (int scene = 0; scene < scenes.size(); scene++) {
                draw(
                        look,
                        index * scenes.size() + scene,
                        scenes.get(scene),
                        screen,
                        program,
                        frames);
            }
        }
        System.out.printf(
                "%s %s x%s: %d frames%n",
                look.toolkit(), look.theme(), look.scale(), scenes.size());
    }

    private void draw(
            Look look,
            int number,
            Scene scene,
            VirtualScreen screen,
            DialogProgram program,
            FrameFolder frames) {
        long seed = SEED + number;
        SplittableRandom random = new SplittableRandom(seed);
        List<String> languages = wording.languages();
        int turn = number + number / scenes.size() * LANGUAGE_STEP;
        String language = languages.get(turn % languages.size());
        int width = (int) (look.width() / look.scale());
        int height = (int) (look.height() / look.scale());
        DialogRequest request =
                DialogRequest.of(
                        scene,
                        wording,
                        language,
                        MARGIN + random.nextInt(width / 4),
                        MARGIN + random.nextInt(height / 3),
                        width,
                        height);
        DialogAnswer answer = program.show(request);
        Frame frame = screen.still();
        String id = "%s-%06d".formatted(look.toolkit(), number);
        frames.write(frame, truth(id, seed, look, language, scene, request, answer, frame));
    }

    private static FrameTruth truth(
            String id,
            long seed,
            Look look,
            String language,
            Scene scene,
            DialogRequest request,
            DialogAnswer answer,
            Frame frame) {
        return new FrameTruth(
                id,
                seed,
                "test",
                look.toolkit(),
                look.theme(),
                language,
                look.scale(),
                look.dark(),
                look.toolkit(),
                "none",
                "none",
                frame.width(),
                frame.height(),
                List.of(new PanelTruth(request.panel(), answer.panel(), request.title())),
                controls(request, answer),
                scene.intended(),
                scene.intended().isEmpty());
    }

    private static List<ControlTruth> controls(DialogRequest request, DialogAnswer answer) {
        List<ControlTruth> controls = new ArrayList<>();
        for (int i = 0; i < request.controls().size(); i++) {
            DialogRequest.Wish wish = request.controls().get(i);
            DialogAnswer.Place place = answer.controls().get(i);
            controls.add(
                    new ControlTruth(
                            wish.kind(),
                            place.box(),
                            Wording.plain(wish.label().isEmpty() ? wish.text() : wish.label()),
                            place.enabled(),
                            place.isDefault(),
                            place.focused(),
                            place.checked(),
                            1.0));
        }
        return controls;
    }

    private static Path scratch() {
        try {
            Path made = Files.createTempDirectory("tsurutus-screen");
            made.toFile().deleteOnExit();
            return made;
        } catch (IOException e) {
            throw new BenchException("cannot make a temporary folder: " + e, e);
        }
    }
}
