package org.tsurutus.markii;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.ValueText;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// The one form of a record among its many: real sensors write the same kind with its keys in
/// several orders, and a value now bare, now quoted.
public final class CanonicalOrder {
    private static final Map<String, Map<String, Integer>> RANKS =
            Vocabulary.kinds().stream()
                    .collect(Collectors.toMap(EventKind::name, kind -> ranks(kind.tail())));
    private static final Map<String, Integer> HEADER_ONLY = ranks(List.of());

    private CanonicalOrder() {}

    /// The record with the keys of the header first, then those of its kind, then all others as
    /// they stood; each in the order of the vocabulary, quoted as the vocabulary says.
    ///
    /// No field is lost, added or renamed: a repeated key stays repeated, in its order, and a
    /// variant such as `sessionId` stands where `sessionID` would. The result reads back as itself,
    /// and is its own canonical form.
    ///
    /// @throws MarkIIException for what [MarkIIWriter#line] refuses, and where `evt` or `subEvt`
    ///   are missing or are no single word
    public static MarkIIRecord canonical(MarkIIRecord record) {
        MarkIIWriter.checkedHeader(record);
        String event = word(record, "evt");
        String subEvent = word(record, "subEvt");
        Map<String, Integer> ranks = RANKS.getOrDefault(event + "/" + subEvent, HEADER_ONLY);
        List<Field> fields =
                record.fields().stream()
                        .sorted(Comparator.comparingInt(field -> rank(ranks, field)))
                        .map(field -> quoted(event, field))
                        .toList();
        return new MarkIIRecord(record.time(), record.form(), fields);
    }

    /// Analysts search logs for the text `evt=ps subEvt=start`, so both must stand bare.
    private static String word(MarkIIRecord record, String key) {
        String value =
                record.value(key)
                        .orElseThrow(() ->
                                new MarkIIException(
                                        "the record at %s has no %s; give it one"
                                                .formatted(record.time(), key)));
        if (ValueText.word(value).isEmpty() || value.contains("\"")) {
            throw new MarkIIException(
                    "the record at %s has %s=\"%s\"; it must be a single word"
                            .formatted(record.time(), key, HostileText.shown(value)));
        }
        return value;
    }

    private static int rank(Map<String, Integer> ranks, Field field) {
        return ranks.getOrDefault(Vocabulary.canonicalName(field.key()), Integer.MAX_VALUE);
    }

    private static Field quoted(String event, Field field) {
        boolean quoted =
                Quoting.quotes(event, field.key()) || MarkIIWriter.needsQuotes(field.value());
        return new Field(field.key(), field.value(), quoted);
    }

    private static Map<String, Integer> ranks(List<String> tail) {
        Map<String, Integer> ranks = new HashMap<>();
        Vocabulary.header().forEach(key -> ranks.put(key, ranks.size()));
        tail.forEach(key -> ranks.put(key, ranks.size()));
        return ranks;
    }
}
