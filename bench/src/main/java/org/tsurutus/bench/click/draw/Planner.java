package org.tsurutus.bench.click.draw;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.tsurutus.bench.click.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Decides what a frame shows; the same seed decides the same.
final class Planner {
    private static final List<String> LANGUAGES_BY_WEIGHT =
            Stream.concat(Tables.LANGUAGES.stream(), Stream.of("en", "ja")).toList();
    private static final List<Double> SCALES = List.of(1.0, 1.0, 1.0, 1.0, 1.25, 1.5, 2.0);
    private static final List<String> WALLPAPERS =
            List.of("plain", "plain", "gradient", "busy", "glow", "photo");
    private static final List<String> TEST_WALLPAPERS = List.of("stripes", "tiles");
    private static final double DISTRACTORS = 0.25;

    private final Map<String, Skin> skins = Skin.all();
    private final List<ScreenSize> screens = ScreenSize.weighted();
    private final Map<String, List<String>> fonts = Tables.grouped("fonts.tsv");
    private final Wordings wordings = new Wordings();
    private final List<List<String>> distractors = Tables.rows("distractors.tsv", 2);
    private final List<JsonNode> dialogs =
            List.copyOf(
                    JsonMapper.builder().build().readTree(Tables.bytes("dialogs.json")).values());

    /// What the frame with that index shows.
    Blueprint plan(Split split, long index) {
        long seed = split.seed(index);
        Draw draw = new Draw(seed);
        boolean screenful = draw.chance(DISTRACTORS);
        Optional<String> distractor =
                screenful ? Optional.of(draw.one(distractors(split))) : Optional.empty();
        Optional<JsonNode> dialog =
                screenful ? Optional.empty() : Optional.of(draw.one(dialogs(split)));
        Skin skin = skin(draw, dialog);
        ScreenSize screen = draw.one(screens);
        double scale = Math.min(draw.one(SCALES), screen.greatestScale());
        String family = dialog.map(node -> node.get("family").asString()).orElse("none");
        Plan plan = plan(draw, split, distractor, dialog, skin, screen, scale);
        return new Blueprint(
                "%s-%06d".formatted(split.word(), index),
                seed,
                split,
                isOfAnySkin(family) ? family : skin.name(),
                dialog.map(node -> toolkit(node, skin)).orElse("none"),
                screen.width(),
                screen.height(),
                skin.sheet(),
                smoothing(draw, skin),
                draw.chance(0.15) ? OptionalInt.of(draw.between(60, 90)) : OptionalInt.empty(),
                screenful || dialog.orElseThrow().path("distractor").asBoolean(false),
                plan);
    }

    private Plan plan(
            Draw draw,
            Split split,
            Optional<String> distractor,
            Optional<JsonNode> dialog,
            Skin skin,
            ScreenSize screen,
            double scale) {
        String language = draw.one(LANGUAGES_BY_WEIGHT);
        return new Plan(
                draw.number(),
                (int) Math.ceil(screen.width() / scale),
                (int) Math.ceil(screen.height() / scale),
                scale,
                language,
                looks(draw, skin, language),
                new Setting(
                        draw.one(wallpapers(split)),
                        draw.chance(0.75),
                        draw.between(0, 9),
                        draw.chance(0.6) ? 0 : draw.between(1, 3)),
                arrangement(draw, dialog),
                distractor,
                dialog,
                wordings.choose(draw, split, language));
    }

    private Looks looks(Draw draw, Skin skin, String language) {
        boolean dark = skin.canBeDark() && draw.chance(0.25);
        boolean pixels = skin.name().equals("win2000") && draw.chance(0.5) && isLatin(language);
        return new Looks(
                skin.name(),
                dark,
                dark && draw.chance(0.2),
                pixels
                        ? "\"Pixelated MS Sans Serif\""
                        : draw.one(fonts.getOrDefault(language, List.of("sans-serif"))),
                skin.letters() + draw.between(0, 1),
                "hsl(%d 65%% 38%%)".formatted(draw.between(0, 359)));
    }

    private static Arrangement arrangement(Draw draw, Optional<JsonNode> dialog) {
        return new Arrangement(
                hidden(draw, dialog),
                draw.one(List.of("underlined", "plain", "plain", "none")),
                draw.chance(0.08),
                draw.between(1.0, 1.15),
                draw.chance(0.5)
                        ? List.of(0.5, 0.45)
                        : List.of(draw.between(0.0, 1.0), draw.between(0.0, 1.0)),
                draw.chance(0.2),
                draw.chance(0.7),
                draw.chance(0.5));
    }

    private Skin skin(Draw draw, Optional<JsonNode> dialog) {
        List<Skin> possible =
                dialog.map(node ->
                                node.get("skins").values().stream()
                                        .map(name -> skins.get(name.asString()))
                                        .toList())
                        .orElseGet(() -> List.copyOf(skins.values()));
        return draw.one(possible);
    }

    private static boolean isLatin(String language) {
        return List.of("en", "de", "fr", "es").contains(language);
    }

    private static boolean isOfAnySkin(String family) {
        return !List.of("none", "error", "script", "negative").contains(family);
    }

    private static String toolkit(JsonNode dialog, Skin skin) {
        return List.of("gtk", "qt").contains(skin.name())
                ? skin.name()
                : dialog.get("toolkit").asString();
    }

    private static Smoothing smoothing(Draw draw, Skin skin) {
        if (skin.name().equals("win2000") || draw.chance(0.08)) {
            return Smoothing.NONE;
        }
        return draw.chance(0.4) ? Smoothing.SUBPIXEL : Smoothing.GREY;
    }

    private static String hidden(Draw draw, Optional<JsonNode> dialog) {
        if (dialog.isEmpty() || draw.chance(0.7)) {
            return "none";
        }
        boolean isBar = dialog.get().get("layout").asString().equals("bar");
        return isBar ? "pointer" : draw.one(List.of("pointer", "pointer", "partly", "behind"));
    }

    private List<JsonNode> dialogs(Split split) {
        return dialogs.stream()
                .filter(node ->
                        split == Split.TEST || !node.path("only").asString("").equals("test"))
                .toList();
    }

    private List<String> distractors(Split split) {
        return distractors.stream()
                .filter(row -> split == Split.TEST || row.getLast().equals("any"))
                .map(List::getFirst)
                .toList();
    }

    private static List<String> wallpapers(Split split) {
        return split == Split.TUNING
                ? WALLPAPERS
                : Stream.concat(WALLPAPERS.stream(), TEST_WALLPAPERS.stream()).toList();
    }
}
