package org.tsurutus.bench.click.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.Surroundings;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.TruePanel;
import org.tsurutus.bench.click.Truth;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Makes frames with the truth about them. It belongs to one thread.
public final class FrameMaker implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final double VISIBLE = 0.7;

    private final StyleSheets sheets;
    private final Planner planner = new Planner();
    private final Map<Smoothing, Stage> stages = new EnumMap<>(Smoothing.class);

    /// @param surroundings whose cache is made if need be
    /// @throws BenchException when it cannot be made
    public FrameMaker(Surroundings surroundings) {
        Path cache = surroundings.cache();
        this.sheets = new StyleSheets(cache, surroundings.registry());
        try {
            Files.createDirectories(cache);
        } catch (IOException e) {
            throw new BenchException("cannot make " + cache + " (" + e + "); use --cache", e);
        }
    }

    /// Makes a frame; the same split and index make the same one.
    ///
    /// @throws BenchException when a style sheet cannot be had or the browser fails
    public MadeFrame make(Split split, long index) {
        Blueprint blueprint = planner.plan(split, index);
        Stage stage = stages.computeIfAbsent(blueprint.smoothing(), this::stage);
        Drawing drawing = stage.draw(blueprint.plan(), blueprint.sheet());
        if (!isFit(blueprint, drawing)) {
            drawing = stage.draw(blueprint.plan().inFullSight(), blueprint.sheet());
        }
        if (!isFit(blueprint, drawing)) {
            throw new BenchException(
                    blueprint.id()
                            + ": what is intended cannot be seen; make its dialog in dialogs.json"
                            + " smaller");
        }
        byte[] png =
                Pictures.finish(
                        drawing.png(), blueprint.width(), blueprint.height(), blueprint.jpeg());
        return new MadeFrame(truth(blueprint, drawing), png);
    }

    private static boolean isFit(Blueprint blueprint, Drawing drawing) {
        JsonNode intended = drawing.told().get("intended");
        return blueprint.distractor()
                || (!intended.isEmpty()
                        && intended.values().stream()
                                .map(index -> drawing.told().get("controls").get(index.asInt()))
                                .allMatch(control -> control.get("visible").asDouble() >= VISIBLE));
    }

    /// The version of the browser that draws.
    public String browserVersion() {
        return stages.computeIfAbsent(Smoothing.GREY, this::stage).version();
    }

    private Stage stage(Smoothing smoothing) {
        return new Stage(sheets, smoothing);
    }

    private static Truth truth(Blueprint blueprint, Drawing drawing) {
        Plan plan = blueprint.plan();
        List<TrueControl> controls =
                JSON.convertValue(drawing.told().get("controls"), new TypeReference<>() {});
        List<TruePanel> panels =
                JSON.convertValue(drawing.told().get("panels"), new TypeReference<>() {});
        List<Integer> intended =
                JSON.convertValue(drawing.told().get("intended"), new TypeReference<>() {});
        return new Truth(
                blueprint.id(),
                blueprint.seed(),
                blueprint.split(),
                "generated",
                blueprint.theme(),
                plan.language(),
                plan.scale(),
                plan.looks().dark(),
                blueprint.toolkit(),
                blueprint.jpeg().isPresent() ? "jpeg" : "none",
                drawing.told().get("hidden").asString(),
                blueprint.width(),
                blueprint.height(),
                panels.stream().map(panel -> inside(panel, blueprint)).toList(),
                IntStream.range(0, controls.size())
                        .mapToObj(index -> inside(controls.get(index), blueprint))
                        .toList(),
                blueprint.distractor() ? List.of() : intended,
                blueprint.distractor());
    }

    private static TruePanel inside(TruePanel panel, Blueprint blueprint) {
        return new TruePanel(panel.kind(), clipped(panel.box(), blueprint), panel.title());
    }

    private static TrueControl inside(TrueControl control, Blueprint blueprint) {
        return new TrueControl(
                control.kind(),
                clipped(control.box(), blueprint),
                control.label(),
                control.enabled(),
                control.isDefault(),
                control.focused(),
                control.checked(),
                control.visible());
    }

    private static Place clipped(Place place, Blueprint blueprint) {
        return place.within(blueprint.width(), blueprint.height());
    }

    @Override
    public void close() {
        stages.values().forEach(Stage::close);
    }
}
