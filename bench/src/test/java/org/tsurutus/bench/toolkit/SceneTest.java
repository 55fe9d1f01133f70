package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.toolkit.DialogRequest.Wish;

class SceneTest {
    private static final Wording WORDING = Wording.standard();

    static Stream<Scene> scenes() {
        return Scene.standard().stream();
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void everySceneCanBeShownInEveryLanguage(Scene scene) {
        assertThat(WORDING.languages())
                .containsExactly("en", "ja", "de", "fr", "es", "zh", "ko", "ru")
                .allSatisfy(language -> {
                    DialogRequest request =
                            DialogRequest.of(scene, WORDING, language, 0, 0, 800, 600);
                    assertThat(request.title()).isNotBlank().doesNotContain("&");
                    assertThat(request.text()).isNotBlank().doesNotContain("&");
                    assertThat(request.controls())
                            .allSatisfy(
                                    wish -> assertThat(wish.label() + wish.text()).isNotBlank());
                });
    }

    @ParameterizedTest
    @MethodSource("scenes")
    void nobodyWantsToWorkWhatIsDisabled(Scene scene) {
        List<Wish> wishes = DialogRequest.of(scene, WORDING, "en", 0, 0, 800, 600).controls();

        assertThat(scene.intended())
                .hasSizeLessThanOrEqualTo(1)
                .allSatisfy(index -> assertThat(wishes.get(index).enabled()).isTrue());
    }

    @Test
    void aWordThatIsMissingIsNamedWithItsLanguage() {
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> WORDING.marked("nonsense", "de"))
                .withMessage("words.tsv has no word 'nonsense' in de");
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> WORDING.marked("ok", "xx"))
                .withMessage("words.tsv has no word 'ok' in xx");
    }

    @Test
    void theMarkOfTheUnderlinedLetterIsNotRead() {
        assertThat(Wording.plain("はい(&Y)")).isEqualTo("はい(Y)");
        assertThat(Wording.plain("< &Back")).isEqualTo("< Back");
    }

    @Test
    void dialogTemplatesHoldEveryControl() {
        DialogResources resources = new DialogResources(WORDING);
        Scene licence =
                scenes().filter(scene -> scene.name().equals("licence, box")).findFirst().get();

        resources.add(7, licence, "ja");

        assertThat(resources.text())
                .contains("\n7 DIALOGEX")
                .contains("CAPTION \"Sample Viewer セットアップ\"")
                .contains("AUTOCHECKBOX \"契約に同意する(&A)\", 100,")
                .containsPattern("DEFPUSHBUTTON \"次へ\\(&N\\) >\", 102, .*WS_DISABLED")
                .contains("PUSHBUTTON \"キャンセル\", 103,");
    }
}
