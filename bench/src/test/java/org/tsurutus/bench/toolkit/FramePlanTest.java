package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsurutus.bench.click.Split;

class FramePlanTest {
    private static final List<String> LANGUAGES = Wording.standard().languages();
    private static final int SCENES = Scene.standard().size();
    private static final int LOOKS = 4;
    private static final int ROUNDS = 4;

    private static Stream<FramePlan> plans(Split split) {
        return IntStream.range(0, LOOKS)
                .boxed()
                .flatMap(look -> FramePlan.of(split, ROUNDS, look, LOOKS, SCENES).stream());
    }

    @Test
    void theFirstRoundOfTheTestSplitStaysAsItWasMeasured() {
        List<FramePlan> plans = FramePlan.of(Split.TEST, 1, 2, LOOKS, SCENES);

        assertThat(plans).hasSize(SCENES);
        assertThat(plans.get(3).id("gtk")).isEqualTo("gtk-000025");
        assertThat(plans.get(3).seed()).isEqualTo(32);
        assertThat(plans.get(3).language(LANGUAGES)).isEqualTo("ru");
    }

    @Test
    void framesForTuningAreNamedSo() {
        assertThat(FramePlan.of(Split.TUNING, 1, 0, LOOKS, SCENES).get(3).id("gtk"))
                .isEqualTo("gtk-tuning-000003");
    }

    @Test
    void allFramesHaveNamesAndSeedsOfTheirOwn() {
        List<FramePlan> all = Stream.concat(plans(Split.TUNING), plans(Split.TEST)).toList();

        assertThat(all).extracting(FramePlan::seed).doesNotHaveDuplicates();
        assertThat(all).extracting(plan -> plan.id("qt")).doesNotHaveDuplicates();
    }

    @Test
    void noSceneIsMeasuredInALanguageInWhichItWasTuned() {
        Function<FramePlan, String> shown = plan -> plan.scene() + plan.language(LANGUAGES);

        assertThat(plans(Split.TUNING).map(shown))
                .doesNotContainAnyElementsOf(plans(Split.TEST).map(shown).toList());
    }

    @Test
    void eachRoundHasAnotherLanguageForEachSceneOfALook() {
        assertThat(FramePlan.of(Split.TUNING, ROUNDS, 1, LOOKS, SCENES))
                .extracting(plan -> plan.scene() + plan.language(LANGUAGES))
                .doesNotHaveDuplicates();
    }
}
