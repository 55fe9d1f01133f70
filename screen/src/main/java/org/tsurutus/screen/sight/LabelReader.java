package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.TextReader.Rendering;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.grammar.Meaning;

/// Reads the labels of a dialog, whose language it finds out by reading them: in the right one the
/// letters are sure and the words are known.
final class LabelReader {
    private static final int REMEMBERED = 4096;

    /// Where nothing is known of so few labels, all is tried to read them.
    private static final int FEW = 4;

    /// Accents apart, which words are known without, these are one script.
    private static final List<String> LATIN = List.of("en", "de", "fr", "es");

    private static final double SURE = 0.6;
    private static final double CLEAR = 0.88;
    private static final double KNOWN = 1.0;
    private static final double LIKE = 0.4;

    /// Words of fewer letters are more often found by mistake.
    private static final double SHORT = 4;

    private static final List<Rendering> RETRIES =
            List.of(Rendering.CLEAR, Rendering.STARK, Rendering.SMALL);

    private final TextReader reader;
    private final ButtonWords words;
    private final List<String> languages;
    private final Map<Seen, Reading> readings =
            new LinkedHashMap<>(64, 0.75f, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Seen, Reading> eldest) {
                    return size() > REMEMBERED;
                }
            };

    /// What was read before needs no reading again.
    private record Seen(Frame line, String language, Rendering rendering) {}

    LabelReader(TextReader reader, ButtonWords words) {
        this.reader = reader;
        this.words = words;
        languages = new ArrayList<>(reader.languages());
    }

    /// Labels in one language.
    ///
    /// @param language the language
    /// @param readings one for each picture
    record Labels(String language, List<Reading> readings) {}

    /// Reads the labels of one dialog.
    Labels read(List<Frame> lines) {
        Labels best = best(lines, Rendering.PLAIN);
        for (Rendering rendering : lines.size() <= FEW ? RETRIES : List.<Rendering>of()) {
            if (!hasWord(best)) {
                best = better(best, best(lines, rendering));
            }
        }
        if (score(best.readings(), best.language()) > 1) {
            languages.remove(best.language());
            languages.addFirst(best.language());
        }
        return again(lines, best);
    }

    private Labels best(List<Frame> lines, Rendering rendering) {
        Labels best = new Labels(languages.getFirst(), List.of());
        for (String language : List.copyOf(languages)) {
            List<Reading> all =
                    lines.stream().map(line -> read(line, language, rendering)).toList();
            for (String spoken : writtenAlike(language)) {
                best = better(best, new Labels(spoken, all));
            }
            if (isCertain(best) || (LATIN.contains(language) && isClear(all))) {
                break;
            }
        }
        return best;
    }

    /// The languages whose words can be read with another one's engine, that one first.
    private static List<String> writtenAlike(String language) {
        return LATIN.contains(language)
                ? Stream.concat(
                                Stream.of(language),
                                LATIN.stream().filter(other -> !other.equals(language)))
                        .toList()
                : List.of(language);
    }

    private Labels better(Labels one, Labels other) {
        boolean better =
                one.readings().isEmpty()
                        || score(other.readings(), other.language())
                                > score(one.readings(), one.language());
        return better ? other : one;
    }

    /// Reads what means nothing once more, prepared in other ways.
    private Labels again(List<Frame> lines, Labels first) {
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < lines.size(); index++) {
            Reading reading = first.readings().get(index);
            Frame line = lines.get(index);
            readings.add(
                    reading.confidence() >= CLEAR || isWord(reading, first.language())
                            ? reading
                            : RETRIES.stream()
                                    .map(rendering -> read(line, first.language(), rendering))
                                    .filter(other -> isWord(other, first.language()))
                                    .findFirst()
                                    .orElse(reading));
        }
        return new Labels(first.language(), readings);
    }

    private boolean hasWord(Labels labels) {
        return labels.readings().stream().anyMatch(reading -> isWord(reading, labels.language()));
    }

    private boolean isWord(Reading reading, String language) {
        return words.meaning(reading.text(), language).map(Meaning::exact).orElse(false);
    }

    /// Reads one line in a language that is known.
    Reading read(Frame line, String language) {
        return read(line, language, Rendering.PLAIN);
    }

    private Reading read(Frame line, String language, Rendering rendering) {
        return readings.computeIfAbsent(
                new Seen(line, language, rendering), _ -> reader.read(line, language, rendering));
    }

    private double score(List<Reading> all, String language) {
        double score = 0;
        for (Reading reading : all) {
            Optional<Meaning> meaning = words.meaning(reading.text(), language);
            double known = meaning.map(each -> each.exact() ? KNOWN : LIKE).orElse(0.0);
            double length = Math.min(1, reading.text().length() / SHORT);
            score += reading.confidence() * (1 + 2 * known * (0.5 + length / 2));
        }
        return score;
    }

    private boolean isCertain(Labels labels) {
        return !labels.readings().isEmpty()
                && labels.readings().stream()
                        .allMatch(reading ->
                                reading.confidence() >= SURE && isWord(reading, labels.language()));
    }

    /// Whether the letters are so sure that no other script needs to be tried; engines for others
    /// read Latin letters as well.
    private static boolean isClear(List<Reading> all) {
        return all.stream().mapToDouble(Reading::confidence).average().orElse(0) >= CLEAR;
    }
}
