package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.screen.ButtonWords.Word;
import org.tsurutus.screen.internal.WordTable;

class ButtonWordsTest {
    private final ButtonWords words = ButtonWords.standard();

    @Test
    void everyWordOfEveryTableMeansWhatItsTableSays() {
        assertThat(WordTable.all())
                .hasSizeGreaterThan(300)
                .allSatisfy(word ->
                        assertThat(words.meaning(word.text()).map(Word::intent))
                                .as(word.text())
                                .contains(word.intent()));
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    &Yes,            AFFIRMATIVE, yes
                    Yes (Y),         AFFIRMATIVE, yes
                    YES TO ALL,      AFFIRMATIVE, yes to all
                    はい(Y),          AFFIRMATIVE, はい
                    は い （Ｙ）,      AFFIRMATIVE, はい
                    はい(&Y),         AFFIRMATIVE, はい
                    はい(⑦),          AFFIRMATIVE, はい
                    0K,              AFFIRMATIVE, ok
                    OK (10),         AFFIRMATIVE, ok
                    Next >,          CONTINUE,    next
                    次へ(N) >,        CONTINUE,    次へ
                    lnstall,         INSTALL,     install
                    InstaII,         INSTALL,     install
                    Instal1,         INSTALL,     install
                    lnstatl,         INSTALL,     install
                    Contlnue,        CONTINUE,    continue
                    I Agree,         ACCEPT,      i agree
                    | Agree,         ACCEPT,      i agree
                    Übernehmen,      AFFIRMATIVE, übernehmen
                    Ubernehmen,      AFFIRMATIVE, übernehmen
                    Run anyway...,   RUN,         run anyway
                    Enable Content,  ENABLE,      enable content
                    同意する(A),      ACCEPT,      同意する
                    Weiter >,        CONTINUE,    weiter
                    J’accepte,       ACCEPT,      jaccepte
                    Sí,              AFFIRMATIVE, sí
                    """)
    void readsThroughMnemonicsAndMistakes(String label, Intent intent, String text) {
        Word word = words.meaning(label).orElseThrow();

        assertThat(word.intent()).isEqualTo(intent);
        assertThat(word.text()).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Cancel",
                "CANCEL",
                "Cance1",
                "Cancal",
                "No",
                "&No",
                "N0",
                "No, thanks",
                "Uninstall",
                "Uninstal",
                "Un1nstall now",
                "Don't Send",
                "Don’t install",
                "Do not run",
                "Send report",
                "Send Error Report",
                "Shut down",
                "Yes, uninstall everything",
                "< Back",
                "いいえ(N)",
                "キャンセル",
                "キ ャ ン セ ル",
                "キヤンセル",
                "アンインストール",
                "同意しない",
                "インストールしない",
                "Abbrechen",
                "Nicht ausführen",
                "Annuler",
                "Ne pas installer",
                "Cancelar"
            })
    void neverWordsWinWhateverElseTheLabelSays(String label) {
        assertThat(words.meaning(label).map(Word::intent)).contains(Intent.NEVER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "...", "Security Warning", "ox", "Yeti", "はし", "(Y)"})
    void knowsNothingOfOtherLabels(String label) {
        assertThat(words.meaning(label)).isEmpty();
    }

    @Test
    void bearsLabelsOfAnyLength() {
        assertThat(words.meaning("yes ".repeat(100_000))).isEmpty();
    }

    @Test
    void refusesATableThatItCannotRead() {
        assertThatThrownBy(() -> WordTable.parse("xx.tsv", List.of("affirmative yes")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("xx.tsv: \"affirmative yes\" is not an intent");
        assertThatThrownBy(() -> WordTable.parse("xx.tsv", List.of("perhaps\tyes")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("no intent \"perhaps\"");
    }
}
