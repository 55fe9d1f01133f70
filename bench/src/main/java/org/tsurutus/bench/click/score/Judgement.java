package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.Truth;

/// What a look at one frame was worth.
///
/// @param truth what is on the frame
/// @param seen what was seen
/// @param verdict what the press was worth
/// @param buttons visible buttons: how many there are, how many were found
/// @param others visible links, boxes and fields, likewise
/// @param found labelled controls that were found, how many of them are there
/// @param labels matched controls with a label, how many were read right
/// @param kinds matched controls, how many are of the kind that was said
public record Judgement(
        Truth truth,
        Seen seen,
        Verdict verdict,
        Share buttons,
        Share others,
        Share found,
        Share labels,
        Share kinds) {
    private static final double VISIBLE = 0.5;
    private static final String BUTTON = "button";
    private static final String TEXT_FIELD = "text_field";

    /// Judges a look.
    public static Judgement of(Truth truth, Seen seen) {
        List<Matching.Match> matches = Matching.of(truth.controls(), seen.found());
        Set<TrueControl> known =
                matches.stream().map(Matching.Match::truth).collect(Collectors.toSet());
        Set<Seen.Found> real =
                matches.stream().map(Matching.Match::found).collect(Collectors.toSet());
        List<TrueControl> visible =
                truth.controls().stream().filter(control -> control.visible() >= VISIBLE).toList();
        List<Seen.Found> labelled =
                seen.found().stream().filter(found -> !Labels.isEmpty(found.label())).toList();
        return new Judgement(
                truth,
                seen,
                verdict(truth, seen.press()),
                Share.of(
                        visible.stream().filter(control -> control.kind().equals(BUTTON)).toList(),
                        known::contains),
                Share.of(
                        visible.stream().filter(control -> !control.kind().equals(BUTTON)).toList(),
                        known::contains),
                Share.of(labelled, real::contains),
                Share.of(
                        matches.stream().filter(match -> isRead(match.truth())).toList(),
                        match -> Labels.same(match.truth().label(), match.found().label())),
                Share.of(matches, match -> match.truth().kind().equals(match.found().kind())));
    }

    private static boolean isRead(TrueControl control) {
        return control.visible() >= VISIBLE
                && !control.kind().equals(TEXT_FIELD)
                && !Labels.isEmpty(control.label());
    }

    private static Verdict verdict(Truth truth, Optional<Seen.Found> press) {
        if (truth.intended().isEmpty()) {
            return press.isPresent() ? Verdict.TRAPPED : Verdict.QUIET;
        }
        return press.map(found -> isWanted(truth, found.box()) ? Verdict.RIGHT : Verdict.WRONG)
                .orElse(Verdict.MISSED);
    }

    private static boolean isWanted(Truth truth, Place pressed) {
        int x = pressed.x() + pressed.width() / 2;
        int y = pressed.y() + pressed.height() / 2;
        return truth.wanted().stream().anyMatch(control -> control.box().contains(x, y));
    }

    /// One line that says what was wanted and what was done.
    public String why() {
        List<String> wanted =
                truth.wanted().stream()
                        .map(each -> each.label().isEmpty() ? each.kind() : each.label())
                        .toList();
        String pressed =
                seen.press().map(found -> "pressed '" + found.label() + "'").orElse("no press");
        return "%s %s %s %s: %s, wanted %s"
                .formatted(truth.id(), verdict, truth.theme(), truth.language(), pressed, wanted);
    }
}
