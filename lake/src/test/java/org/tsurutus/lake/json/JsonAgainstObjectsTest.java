package org.tsurutus.lake.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.Logs;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.where.LineSelection;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What Jackson reads from each line is what the record's object holds.
class JsonAgainstObjectsTest {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final List<String> KEYS =
            List.of(
                    "evt",
                    "subEvt",
                    "sn",
                    "path",
                    "psPath",
                    "cmd",
                    "sessionID",
                    "sessionId",
                    "ip",
                    "mac",
                    "size",
                    "crTime",
                    "srcIP",
                    "srcPort",
                    "valStr",
                    "entry",
                    "sig",
                    "com",
                    "newKey",
                    "file",
                    "line",
                    "time",
                    "markii");
    private static final List<String> VALUES =
            List.of(
                    "",
                    "ps",
                    "start",
                    "file",
                    "close",
                    "net",
                    "reg",
                    "a\"b\\c/",
                    "\u0001\u001B\u007F",
                    "\u2028\u2029\uFEFF",
                    "\uD83D\uDE00",
                    "日本語 テキスト",
                    "12",
                    "007",
                    "99999999999999999999",
                    "10.0.0.1",
                    "10.0.0.1,::1",
                    "-",
                    "06:4d:00:f9:a6:d5",
                    "03/07/2017 09:00:00.000",
                    "C:\\a b\\c.EXE",
                    "C:\\",
                    "None");

    private final long seed = System.nanoTime();
    private final SplittableRandom random = new SplittableRandom(seed);

    private record Case(String line, MarkIIRecord record) {}

    private List<Case> cases() {
        List<Case> cases = new ArrayList<>();
        for (int i = 0; i < 1_500; i++) {
            StringBuilder line = new StringBuilder("03/07/2017 13:13:1");
            line.append(random.nextInt(10)).append(".890 +0900");
            for (int fields = random.nextInt(1, 14); fields > 0; fields--) {
                line.append(' ').append(oneOf(KEYS)).append("=\"");
                line.append(oneOf(VALUES).replace("\"", "\"\"")).append('"');
            }
            cases.add(new Case(line.toString(), MarkIIReader.record(line.toString())));
        }
        return cases;
    }

    private static List<JsonNode> read(List<Case> cases, JsonForm form) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String log = cases.stream().map(Case::line).collect(Collectors.joining("\n"));
        new JsonExport(form, LineSelection.ALL, true).write(List.of(Logs.of("a.log", log)), out);
        return out.toString(StandardCharsets.UTF_8)
                .lines()
                .map(line -> MAPPER.readTree(line))
                .toList();
    }

    @Test
    void flatObjectsHoldEveryTextInTheOrderOfTheLine() {
        List<Case> cases = cases();
        List<JsonNode> objects = read(cases, JsonForm.flat());

        assertThat(objects).hasSameSizeAs(cases);
        for (int at = 0; at < cases.size(); at++) {
            JsonNode object = objects.get(at);
            MarkIIRecord record = cases.get(at).record();
            Map<String, List<String>> expected = new LinkedHashMap<>();
            expected.put("file", List.of("a.log"));
            expected.put("line", List.of(Integer.toString(at + 1)));
            expected.put("time", List.of(record.time().toString()));
            texts(record, List.of("file", "line", "time")).forEach(expected::put);
            assertThat(texts(object).entrySet())
                    .as("seed %d: %s", seed, cases.get(at).line())
                    .containsExactlyElementsOf(expected.entrySet());
        }
    }

    @Test
    void ecsObjectsLoseNoValue() {
        List<Case> cases = cases();
        List<JsonNode> objects = read(cases, JsonForm.ecs(true));

        assertThat(objects).hasSameSizeAs(cases);
        for (int at = 0; at < cases.size(); at++) {
            JsonNode object = objects.get(at);
            String line = cases.get(at).line();
            assertThat(object.at("/event/original").asString()).isEqualTo(line);
            assertThat(object.at("/@timestamp").asString())
                    .isEqualTo(cases.get(at).record().time().toString());
            Map<String, List<String>> rest = texts(object.get("markii"));
            texts(cases.get(at).record(), List.of())
                    .forEach((key, texts) -> {
                        List<String> left = rest.getOrDefault(key, List.of());
                        assertThat(texts.subList(texts.size() - left.size(), texts.size()))
                                .as("seed %d: %s of %s", seed, key, line)
                                .isEqualTo(left);
                        assertThat(left.size())
                                .as("seed %d: %s of %s", seed, key, line)
                                .isGreaterThanOrEqualTo(texts.size() - 1);
                        if (left.size() < texts.size() && !isConverted(key)) {
                            assertThat(leaves(object)).as(line).contains(texts.getFirst());
                        }
                    });
        }
    }

    private static boolean isConverted(String key) {
        return List.of("mac", "ip", "crTime").contains(key);
    }

    private static List<String> leaves(JsonNode node) {
        if (node.isValueNode()) {
            return List.of(node.asString());
        }
        return node.values().stream().flatMap(child -> leaves(child).stream()).toList();
    }

    /// The texts of each key, named as the first that has it, in the order of the line.
    private static Map<String, List<String>> texts(MarkIIRecord record, List<String> taken) {
        Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        Map<String, List<String>> texts = new LinkedHashMap<>();
        for (Field field : record.fields()) {
            String key = taken.contains(field.key()) ? "markii." + field.key() : field.key();
            String name = Optional.ofNullable(names.putIfAbsent(key, key)).orElse(key);
            texts.computeIfAbsent(name, _ -> new ArrayList<>()).add(field.value());
        }
        return texts;
    }

    private static Map<String, List<String>> texts(JsonNode object) {
        Map<String, List<String>> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(property -> texts.put(property.getKey(), leaves(property.getValue())));
        return texts;
    }

    private <T> T oneOf(List<T> choices) {
        return choices.get(random.nextInt(choices.size()));
    }
}
