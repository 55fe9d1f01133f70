package org.tsurutus.bench.toolkit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.TruePanel;
import org.tsurutus.bench.click.Truth;
import org.tsurutus.screen.Frame;

/// Has a toolkit show every dialog of `scenes.json` in every look of `looks.tsv`, and keeps the
/// frames with their truth; see `bench/toolkits/run`.
final class ToolkitFrames {
    /// Room for title bars above a dialog, in the toolkit's pixels.
    private static final int MARGIN = 32;

    private final List<Scene> scenes = Scene.standard();
    private final Wording wording = Wording.standard();
    private final Path root;
    private final Path folder;
    private final Split split;
    private final int rounds;

    /// Frames for a folder.
    ///
    /// @param root the checkout
    /// @param folder takes a folder of each toolkit
    /// @param rounds how often each scene is drawn in each look
    ToolkitFrames(Path root, Path folder, Split split, int rounds) {
        this.root = root;
        this.folder = folder;
        this.split = split;
        this.rounds = rounds;
    }

    /// Draws all frames of a toolkit.
    ///
    /// @param looks all that the toolkit has
    void draw(List<Look> looks) {
        for (int index = 0; index < looks.size(); index++) {
            draw(looks.get(index), FramePlan.of(split, rounds, index, looks.size(), scenes.size()));
        }
    }

    private void draw(Look look, List<FramePlan> plans) {
        FrameFolder frames = FrameFolder.make(folder.resolve(look.toolkit()));
        Path memory = scratch();
        try (VirtualScreen screen =
                        new VirtualScreen(look.width(), look.height(), look.titleBars(), memory);
                DialogProgram program = new DialogProgram(look, root, screen)) {
            plans.forEach(plan -> draw(look, plan, screen, program, frames));
        }
        System.out.printf(
                "%s %s x%s: %d frames%n", look.toolkit(), look.theme(), look.scale(), plans.size());
    }

    private void draw(
            Look look,
            FramePlan plan,
            VirtualScreen screen,
            DialogProgram program,
            FrameFolder frames) {
        Scene scene = scenes.get(plan.scene());
        SplittableRandom random = new SplittableRandom(plan.seed());
        String language = plan.language(wording.languages());
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
        frames.write(frame, truth(plan, look, language, scene, request, answer, frame));
    }

    private static Truth truth(
            FramePlan plan,
            Look look,
            String language,
            Scene scene,
            DialogRequest request,
            DialogAnswer answer,
            Frame frame) {
        return new Truth(
                plan.id(look.toolkit()),
                plan.seed(),
                plan.split(),
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
                List.of(new TruePanel(request.panel(), Place.of(answer.panel()), request.title())),
                controls(request, answer),
                scene.intended(),
                scene.intended().isEmpty());
    }

    private static List<TrueControl> controls(DialogRequest request, DialogAnswer answer) {
        List<TrueControl> controls = new ArrayList<>();
        for (int i = 0; i < request.controls().size(); i++) {
            DialogRequest.Wish wish = request.controls().get(i);
            DialogAnswer.Shown shown = answer.controls().get(i);
            controls.add(
                    new TrueControl(
                            wish.kind(),
                            Place.of(shown.box()),
                            Wording.plain(wish.label().isEmpty() ? wish.text() : wish.label()),
                            shown.enabled(),
                            shown.isDefault(),
                            shown.focused(),
                            shown.checked(),
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
