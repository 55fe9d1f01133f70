package org.tsurutus.lake.json;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The tables of the Elastic Common Schema, made ready for each kind of event.
final class EcsTables {
    static final String VERSION = "8.17.0";
    private static final String FIELDS = "ecs-fields.tsv";
    private static final String KINDS = "ecs-kinds.tsv";
    private static final String NONE = "-";

    private static final List<List<String>> FIELD_ROWS = rows(FIELDS, 4);
    private static final List<List<String>> KIND_ROWS = rows(KINDS, 5);
    private static final Map<String, List<EcsField>> BY_KIND = new HashMap<>();
    private static final Map<String, List<EcsField>> BY_EVENT = new HashMap<>();
    private static final List<EcsField> OF_ALL = fields("?", "?");

    static {
        for (EventKind kind : Vocabulary.kinds()) {
            BY_KIND.put(kind.name(), fields(kind.event(), kind.subEvent()));
            BY_EVENT.computeIfAbsent(kind.event(), event -> fields(event, "?"));
        }
    }

    private EcsTables() {}

    /// The fields of a kind, in an order in which objects need to be opened once only.
    ///
    /// @param kind `evt/subEvt`
    static List<EcsField> of(String kind) {
        List<EcsField> known = BY_KIND.get(kind);
        return known != null
                ? known
                : BY_EVENT.getOrDefault(kind.substring(0, kind.indexOf('/')), OF_ALL);
    }

    private static List<EcsField> fields(String event, String subEvent) {
        List<EcsField> fields = new ArrayList<>();
        for (List<String> row : FIELD_ROWS) {
            if (closeness(row.get(1), event, subEvent) > 0) {
                EcsForm form = EcsForm.valueOf(row.get(3));
                fields.add(new EcsField.Mapped(path(row.get(2)), key(row.getFirst(), form), form));
            }
        }
        fields.add(new EcsField.Constant(path("ecs.version"), VERSION));
        fields.add(new EcsField.Constant(path("event.module"), "markii"));
        fields.addAll(constants(event, subEvent));
        fields.sort(Comparator.comparing(EcsField::path, EcsTables::compare));
        return List.copyOf(fields);
    }

    private static int key(String name, EcsForm form) {
        int id = Keys.id(name);
        if (id < 0 != form.isOfLine()) {
            throw new MarkIIException(FIELDS + ": " + name + " is no key for " + form);
        }
        return id;
    }

    private static List<EcsField> constants(String event, String subEvent) {
        List<String> row =
                KIND_ROWS.stream()
                        .max(
                                Comparator.comparingInt(
                                        each -> closeness(each.getFirst(), event, subEvent)))
                        .orElseThrow();
        List<EcsField> constants = new ArrayList<>();
        list("event.category", row.get(1)).ifPresent(constants::add);
        list("event.type", row.get(2)).ifPresent(constants::add);
        text("event.outcome", row.get(3)).ifPresent(constants::add);
        text("network.transport", row.get(4)).ifPresent(constants::add);
        return constants;
    }

    private static Optional<EcsField> list(String path, String words) {
        return Optional.of(words)
                .filter(some -> !some.equals(NONE))
                .map(some -> new EcsField.ConstantList(path(path), List.of(some.split(",", -1))));
    }

    private static Optional<EcsField> text(String path, String word) {
        return Optional.of(word)
                .filter(some -> !some.equals(NONE))
                .map(some -> new EcsField.Constant(path(path), some));
    }

    /// 3 for the kind itself, 2 for its event, 1 for all kinds, 0 for others.
    private static int closeness(String kinds, String event, String subEvent) {
        if (kinds.equals(event + "/" + subEvent)) {
            return 3;
        }
        if (kinds.equals(event + "/*")) {
            return 2;
        }
        return kinds.equals("*") ? 1 : 0;
    }

    private static List<String> path(String dotted) {
        return List.of(dotted.split("\\.", -1));
    }

    private static int compare(List<String> a, List<String> b) {
        for (int at = 0; at < Math.min(a.size(), b.size()); at++) {
            int order = a.get(at).compareTo(b.get(at));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(a.size(), b.size());
    }

    private static List<List<String>> rows(String name, int columns) {
        try (InputStream in = EcsTables.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new MarkIIException(
                        name + " is missing from the lake module; install the program again");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return text.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> row(name, line, columns))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the table " + name + ": " + e, e);
        }
    }

    private static List<String> row(String name, String line, int columns) {
        List<String> row = List.of(line.split("\t", -1));
        if (row.size() != columns) {
            throw new MarkIIException(name + ": not " + columns + " columns: " + line);
        }
        return row;
    }
}
