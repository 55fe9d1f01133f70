package org.tsurutus.bench.toolkit;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.bench.click.Split;

/// One frame that is to be drawn: which scene, in which language, from which seed.
///
/// The splits have no seed in common, and none shows a scene in a language in which the other one
/// shows it, so that nothing is measured on what was seen before.
///
/// @param split what the frame is for
/// @param number which frame of a toolkit's, from 0
/// @param scene index of the scene
/// @param turn which language, counted on and on
record FramePlan(Split split, int number, int scene, int turn) {
    private static final long FIRST_TEST_SEED = 7;
    private static final long FIRST_TUNING_SEED = FIRST_TEST_SEED + (1L << 32);

    /// How far the language moves on from one look to the next, so that each scene meets several.
    private static final int LANGUAGE_STEP = 3;

    /// All frames of one look.
    ///
    /// @param rounds how often each scene is drawn
    /// @param look which of the toolkit's looks
    /// @param looks how many the toolkit has
    /// @param scenes how many there are
    static List<FramePlan> of(Split split, int rounds, int look, int looks, int scenes) {
        List<FramePlan> plans = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            // Looks are an even number of languages apart (11 + 3): the test has the even ones
            int shift = 2 * round + (split == Split.TUNING ? 1 : 0);
            for (int scene = 0; scene < scenes; scene++) {
                int place = look * scenes + scene;
                int number = round * looks * scenes + place;
                plans.add(
                        new FramePlan(split, number, scene, place + look * LANGUAGE_STEP + shift));
            }
        }
        return plans;
    }

    /// The name of the frame's files, for example `gtk-000003` or `gtk-tuning-000003`.
    String id(String toolkit) {
        return switch (split) {
            case TEST -> "%s-%06d".formatted(toolkit, number);
            case TUNING -> "%s-tuning-%06d".formatted(toolkit, number);
        };
    }

    /// What the dialog's place is drawn from.
    long seed() {
        return number
                + switch (split) {
                    case TEST -> FIRST_TEST_SEED;
                    case TUNING -> FIRST_TUNING_SEED;
                };
    }

    /// The language of what is written.
    ///
    /// @param languages all that there are
    String language(List<String> languages) {
        return languages.get(turn % languages.size());
    }
}
