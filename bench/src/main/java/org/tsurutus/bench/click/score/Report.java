package org.tsurutus.bench.click.score;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsurutus.bench.click.Truth;
import tools.jackson.databind.json.JsonMapper;

/// A tally as people and programs read it: all frames, then by language, by theme, by what hides
/// and wears the dialogs.
///
/// @param clicker who was judged
/// @param tally all frames
public record Report(String clicker, Tally tally) {
    private static final Map<String, Function<Truth, String>> GROUPS = groups();
    private static final List<String> HEADS =
            List.of(
                    "frames",
                    "right",
                    "wrong",
                    "missed",
                    "trapped",
                    "buttons",
                    "others",
                    "precision",
                    "labels",
                    "kinds",
                    "p50 ms",
                    "p95 ms");

    private static Map<String, Function<Truth, String>> groups() {
        Map<String, Function<Truth, String>> groups = new LinkedHashMap<>();
        groups.put("language", Truth::language);
        groups.put("theme", Truth::theme);
        groups.put("toolkit", Truth::toolkit);
        groups.put("hidden", Truth::hidden);
        groups.put("noise", Truth::noise);
        groups.put("scale", truth -> String.valueOf(truth.scale()));
        return groups;
    }

    /// The tally of every group, for example `language ja`; `all` comes first.
    public Map<String, Tally> byGroup() {
        Map<String, Tally> tallies = new LinkedHashMap<>();
        tallies.put("all", tally);
        for (Map.Entry<String, Function<Truth, String>> group : GROUPS.entrySet()) {
            for (String value : values(group.getValue())) {
                tallies.put(
                        group.getKey() + " " + value,
                        tally.only(each -> group.getValue().apply(each.truth()).equals(value)));
            }
        }
        return tallies;
    }

    private TreeSet<String> values(Function<Truth, String> group) {
        return tally.judgements().stream()
                .map(each -> group.apply(each.truth()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// A table in Markdown; shares are in percent.
    public String toMarkdown() {
        List<String> lines = new ArrayList<>();
        lines.add("| " + clicker + " | " + String.join(" | ", HEADS) + " |");
        lines.add("|---" + "|---:".repeat(HEADS.size()) + "|");
        byGroup().forEach((name, part) -> lines.add("| " + name + row(part) + " |"));
        lines.add("");
        lines.add("%.1f frames a second.".formatted(tally.perSecond()));
        return String.join("\n", lines) + "\n";
    }

    private String row(Tally part) {
        boolean looks = tally.sum(Judgement::found).whole() > 0;
        return " | %d | %s | %s | %s | %s | %s | %s | %s | %s | %s | %.0f | %.0f"
                .formatted(
                        part.frames(),
                        part.right().percent(),
                        part.wrong().percent(),
                        part.missed().percent(),
                        part.trapped().percent(),
                        looks ? part.sum(Judgement::buttons).percent() : "-",
                        looks ? part.sum(Judgement::others).percent() : "-",
                        part.sum(Judgement::found).percent(),
                        part.sum(Judgement::labels).percent(),
                        part.sum(Judgement::kinds).percent(),
                        part.millis(0.5),
                        part.millis(0.95));
    }

    /// One line of JSON; each share is an object of `part` and `whole`.
    public String toJson() {
        Map<String, Object> groups = new LinkedHashMap<>();
        byGroup().forEach((name, part) -> groups.put(name, numbers(part)));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("clicker", clicker);
        whole.put("groups", groups);
        return JsonMapper.builder().build().writeValueAsString(whole);
    }

    private static Map<String, Object> numbers(Tally part) {
        Map<String, Object> numbers = new LinkedHashMap<>();
        numbers.put("frames", part.frames());
        numbers.put("right", part.right());
        numbers.put("wrong", part.wrong());
        numbers.put("missed", part.missed());
        numbers.put("trapped", part.trapped());
        numbers.put("buttons", part.sum(Judgement::buttons));
        numbers.put("others", part.sum(Judgement::others));
        numbers.put("precision", part.sum(Judgement::found));
        numbers.put("labels", part.sum(Judgement::labels));
        numbers.put("kinds", part.sum(Judgement::kinds));
        numbers.put("p50Millis", part.millis(0.5));
        numbers.put("p95Millis", part.millis(0.95));
        numbers.put("framesPerSecond", part.perSecond());
        return numbers;
    }
}
