package org.tsurutus.screen.sight;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.TextReader.Rendering;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.grammar.Meaning;
import org.tsurutus.screen.text.Letters;
import org.tsurutus.screen.text.LineLikelihood;

/// Reads the labels of a dialog. A network that was trained on labels looks at each first and says
/// how likely each word is; what it leaves open is asked of Tesseract. The language is the one in
/// which the letters are sure and the words are known.
final class LabelReader {
    private static final int REMEMBERED = 4096;

    /// Accents apart, which words are known without, these are one script.
    private static final List<String> LATIN = List.of("en", "de", "fr", "es");

    private static final double SURE = 0.6;
    private static final double CLEAR = 0.88;
    private static final double KNOWN = 1.0;
    private static final double LIKE = 0.4;

    private static final int FEW = 4;

    /// How much of each letter's likelihood a word may cost that is read into a line.
    private static final double NEARLY = 0.3;

    /// Letters that are less sure than this are nothing to read words into.
    private static final double LEGIBLE = 0.5;

    /// Words of fewer letters are more often found by mistake.
    private static final double SHORT = 4;

    private static final List<Rendering> RETRIES =
            List.of(Rendering.CLEAR, Rendering.STARK, Rendering.SMALL);

    private final Letters letters = Letters.standard();
    private final TextReader reader;
    private final ButtonWords words;
    private final List<String> languages;
    private final Map<Frame, Map<String, Reading>> looks = new Remembered<>(REMEMBERED);
    private final Map<Asked, Reading> answers = new Remembered<>(REMEMBERED);

    /// What was read before needs no reading again.
    private record Asked(Frame line, String language, Rendering rendering) {}

    LabelReader(TextReader reader, ButtonWords words) {
        this.reader = reader;
        this.words = words;
        languages = new ArrayList<>(reader.languages());
    }

    /// A label as it may be read.
    ///
    /// @param line where letters were found
    /// @param face all that it may stand on
    /// @param isTall whether that seems to hold several lines
    /// @param heading its first line as it is found without telling letters from pictures
    record Label(Frame line, Frame face, boolean isTall, Optional<Frame> heading) {}

    /// Labels in one language.
    ///
    /// @param language the language
    /// @param readings one for each picture
    record Labels(String language, List<Reading> readings) {}

    /// Reads the labels of one dialog.
    ///
    /// @param others lines that only help to tell the language
    Labels read(List<Label> written, List<Frame> others) {
        Labels best = seen(written, others);
        if (!written.isEmpty() && !hasWord(best) && !isClear(best.readings())) {
            best = better(best, asked(written.stream().map(this::clearest).toList()));
        }
        String language = best.language();
        List<Reading> readings = new ArrayList<>();
        for (int index = 0; index < written.size(); index++) {
            readings.add(again(written.get(index), best.readings().get(index), language));
        }
        return preferred(new Labels(language, readings));
    }

    /// The picture on which the network sees letters best.
    private Frame clearest(Label label) {
        return Stream.concat(Stream.of(label.line()), label.heading().stream())
                .max(
                        Comparator.comparingDouble(
                                line -> look(line, languages.getFirst()).confidence()))
                .orElseThrow();
    }

    /// The language of one dialog is tried first on the next.
    private Labels preferred(Labels labels) {
        if (score(labels) > 1) {
            languages.remove(labels.language());
            languages.addFirst(labels.language());
        }
        return labels;
    }

    /// Reads one line in a language that is known.
    Reading read(Frame line, String language) {
        return readings(line, language)
                .reduce((one, other) -> better(one, other, language))
                .orElseThrow();
    }

    /// One line in each way in which it was read: several where the first was not sure.
    Stream<Reading> readings(Frame line, String language) {
        Reading seen = look(line, language);
        return isDone(seen, language)
                ? Stream.of(seen)
                : Stream.of(seen, ask(line, language, Rendering.PLAIN));
    }

    /// Reads what means nothing once more, prepared in other ways.
    private Reading again(Label label, Reading first, String language) {
        if (isDone(first, language)) {
            return first;
        }
        Frame line = clearest(label);
        Reading plain = better(first, ask(line, language, Rendering.PLAIN), language);
        return isDone(plain, language)
                ? plain
                : RETRIES.stream()
                        .map(rendering -> ask(line, language, rendering))
                        .filter(reading -> isWord(reading, language))
                        .findFirst()
                        .orElse(plain);
    }

    /// Whether nothing would be won by reading a label again.
    boolean isDone(Reading reading, String language) {
        return reading.confidence() >= CLEAR || isWord(reading, language);
    }

    /// A word, unless the other reading is clear and the word is not; else the surer reading.
    private Reading better(Reading one, Reading other, String language) {
        boolean surer = one.confidence() >= other.confidence();
        boolean word = isWord(one, language);
        boolean alike = word == isWord(other, language);
        boolean onlyOneClear = (one.confidence() >= CLEAR) != (other.confidence() >= CLEAR);
        boolean first = (alike || onlyOneClear) ? surer : word;
        return first ? one : other;
    }

    /// What the network sees, in the language in which that makes most sense.
    private Labels seen(List<Label> written, List<Frame> others) {
        String spoken = languages.getFirst();
        double best = -1;
        for (String language : languages) {
            double score =
                    Stream.concat(
                                    written.stream().map(label -> look(label, language)),
                                    others.stream().map(line -> look(line, language)))
                            .mapToDouble(reading -> score(reading, language))
                            .sum();
            if (score > best) {
                spoken = language;
                best = score;
            }
        }
        String language = spoken;
        return new Labels(language, written.stream().map(label -> look(label, language)).toList());
    }

    private Reading look(Label label, String language) {
        Reading line = look(label.line(), language);
        Reading face = look(label.face(), language);
        Reading best =
                label.isTall() && !isWord(face, language) ? line : better(face, line, language);
        return label.heading()
                .filter(_ -> !isDone(best, language))
                .map(heading -> better(best, look(heading, language), language))
                .orElse(best);
    }

    /// What the network sees on a line; a word of the language, if it can be one.
    private Reading look(Frame line, String language) {
        return looks.computeIfAbsent(line, this::look).getOrDefault(language, new Reading("", 0));
    }

    private Map<String, Reading> look(Frame line) {
        LineLikelihood seen = letters.look(line);
        boolean open = languages.stream().noneMatch(language -> isWord(seen.reading(), language));
        return languages.stream()
                .collect(
                        Collectors.toMap(
                                language -> language,
                                language -> open ? guessed(seen, language) : seen.reading()));
    }

    private Reading guessed(LineLikelihood seen, String language) {
        Reading free = seen.reading();
        return free.confidence() < LEGIBLE
                ? free
                : seen.likeliest(words.onButtons(language))
                        .filter(guess -> guess.confidence() >= NEARLY)
                        .map(guess -> new Reading(guess.word(), free.confidence()))
                        .orElse(free);
    }

    /// Where the network sees no word, all is tried to read so few labels.
    private Labels asked(List<Frame> lines) {
        Labels best = asked(lines, Rendering.PLAIN);
        for (Rendering rendering : lines.size() <= FEW ? RETRIES : List.<Rendering>of()) {
            if (!hasWord(best)) {
                best = better(best, asked(lines, rendering));
            }
        }
        return best;
    }

    private boolean hasWord(Labels labels) {
        return labels.readings().stream().anyMatch(reading -> isWord(reading, labels.language()));
    }

    private Labels asked(List<Frame> lines, Rendering rendering) {
        Labels best = new Labels(languages.getFirst(), List.of());
        for (String language : languages) {
            List<Reading> all = lines.stream().map(line -> ask(line, language, rendering)).toList();
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

    private Reading ask(Frame line, String language, Rendering rendering) {
        return answers.computeIfAbsent(
                new Asked(line, language, rendering), _ -> reader.read(line, language, rendering));
    }

    private Labels better(Labels one, Labels other) {
        return one.readings().isEmpty() || score(other) > score(one) ? other : one;
    }

    private boolean isWord(Reading reading, String language) {
        return words.meaning(reading.text(), language).map(Meaning::exact).orElse(false);
    }

    private double score(Labels labels) {
        return labels.readings().stream()
                .mapToDouble(reading -> score(reading, labels.language()))
                .sum();
    }

    private double score(Reading reading, String language) {
        double known =
                words.meaning(reading.text(), language)
                        .map(each -> each.exact() ? KNOWN : LIKE)
                        .or(() -> words.command(reading.text(), language).map(_ -> LIKE))
                        .orElse(0.0);
        double length = Math.min(1, reading.text().length() / SHORT);
        return reading.confidence() * (1 + 2 * known * (0.5 + length / 2));
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
