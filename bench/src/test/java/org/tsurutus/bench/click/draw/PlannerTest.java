package org.tsurutus.bench.click.draw;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.tsurutus.bench.click.Split;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class PlannerTest {
    private static final int MANY = 1_500;
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9]+");
    private static final Set<String> TEXTS =
            Set.of(
                    "title",
                    "heading",
                    "subheading",
                    "text",
                    "check",
                    "radio",
                    "link",
                    "caption",
                    "button",
                    "command",
                    "note",
                    "says");
    private static final Set<String> LISTS = Set.of("buttons", "list", "facts");

    private final Planner planner = new Planner();

    @Test
    void theSameSeedPlansTheSame() {
        assertThat(planner.plan(Split.TEST, 7)).isEqualTo(new Planner().plan(Split.TEST, 7));
    }

    @Test
    void noSeedIsInBothSplits() {
        Set<Long> tuning = seeds(Split.TUNING);

        assertThat(tuning).hasSize(MANY).doesNotContainAnyElementsOf(seeds(Split.TEST));
    }

    private static Set<Long> seeds(Split split) {
        return LongStream.range(0, MANY).mapToObj(split::seed).collect(Collectors.toSet());
    }

    @Test
    void theTestSplitShowsDialogsWallpapersAndProgramsThatTuningNeverDoes() {
        List<Plan> tuning = plans(Split.TUNING);
        List<Plan> test = plans(Split.TEST);

        assertThat(names(test)).contains("nsis.agree-box").containsAll(names(tuning));
        assertThat(names(tuning)).isNotEmpty().doesNotContain("nsis.agree-box", "error.retry");
        assertThat(tuning)
                .extracting(plan -> plan.setting().wallpaper())
                .doesNotContain("stripes", "tiles");
        assertThat(test)
                .extracting(plan -> plan.setting().wallpaper())
                .contains("stripes", "tiles");
        assertThat(tuning).noneMatch(plan -> plan.wording().programs().contains("Pelican FTP"));
        assertThat(test).allMatch(plan -> plan.wording().programs().contains("Pelican FTP"));
    }

    private List<Plan> plans(Split split) {
        return LongStream.range(0, MANY)
                .mapToObj(index -> planner.plan(split, index).plan())
                .toList();
    }

    private static Set<String> names(List<Plan> plans) {
        return plans.stream()
                .flatMap(plan -> plan.dialog().stream())
                .map(dialog -> dialog.get("name").asString())
                .collect(Collectors.toSet());
    }

    @Test
    void aboutThreeFramesInTenAreDistractors() {
        long distractors =
                LongStream.range(0, MANY)
                        .filter(index -> planner.plan(Split.TEST, index).distractor())
                        .count();

        assertThat((double) distractors / MANY).isBetween(0.25, 0.37);
    }

    @Test
    void everyTextOfADialogThatIsAKeyHasItsStrings() {
        Set<String> known =
                Tables.rows("strings.tsv", 9).stream()
                        .map(List::getFirst)
                        .collect(Collectors.toSet());
        Set<String> used = new HashSet<>();

        JsonMapper.builder()
                .build()
                .readTree(Tables.bytes("dialogs.json"))
                .values()
                .forEach(dialog -> collect(dialog, used));

        assertThat(used).hasSizeGreaterThan(150);
        assertThat(known).containsAll(used);
    }

    private static void collect(JsonNode node, Set<String> used) {
        node.values().forEach(child -> collect(child, used));
        node.properties()
                .forEach(entry -> {
                    if (TEXTS.contains(entry.getKey()) && entry.getValue().isString()) {
                        add(entry.getValue().asString(), used);
                    }
                    if (LISTS.contains(entry.getKey()) && entry.getValue().isArray()) {
                        entry.getValue().values().forEach(each -> add(each.asString(), used));
                    }
                });
    }

    private static void add(String text, Set<String> used) {
        String key = text.replaceAll("[!*+@-]+$", "");
        if (KEY.matcher(key).matches()) {
            used.add(key);
        }
    }

    @Test
    void noStringIsEmptyInAnyLanguage() {
        assertThat(Tables.rows("strings.tsv", 9))
                .allSatisfy(row -> assertThat(row).as(row.getFirst()).noneMatch(String::isBlank));
    }
}
