package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.Optional;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.Split;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.bench.click.Truth;

/// Cases made by hand.
final class Hand {
    static final Place NEXT = new Place(100, 100, 80, 20);
    static final Place CANCEL = new Place(200, 100, 80, 20);
    static final Place BOX = new Place(100, 60, 120, 16);

    private Hand() {}

    static TrueControl control(String kind, Place box, String label, double visible) {
        return new TrueControl(kind, box, label, true, false, false, false, visible);
    }

    /// Next, Cancel and a check box, of which Next is intended.
    static Truth wizard() {
        return truth(
                "win32",
                List.of(
                        control("button", NEXT, "Next >", 1),
                        control("button", CANCEL, "Cancel", 1),
                        control("check_box", BOX, "I accept", 1)),
                List.of(0));
    }

    static Truth truth(String toolkit, List<TrueControl> controls, List<Integer> intended) {
        return new Truth(
                "test-000001",
                1,
                Split.TEST,
                "generated",
                "nsis",
                "en",
                1,
                false,
                toolkit,
                "none",
                "none",
                640,
                480,
                List.of(),
                controls,
                intended,
                intended.isEmpty());
    }

    static Seen.Found found(String kind, Place box, String label) {
        return new Seen.Found(kind, box, label);
    }

    static Seen seen(List<Seen.Found> found, Optional<Seen.Found> press) {
        return new Seen(found, press, 2_000_000);
    }

    static Judgement pressing(Place place) {
        return Judgement.of(
                wizard(), seen(List.of(), Optional.of(found("button", place, "Next >"))));
    }
}
