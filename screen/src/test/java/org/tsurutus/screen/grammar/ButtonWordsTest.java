package org.tsurutus.screen.grammar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.screen.ScreenException;

class ButtonWordsTest {
    private static final Set<Intent> STANDS_IN_TEXT = EnumSet.of(Intent.TERM, Intent.STOP);

    private final ButtonWords words = ButtonWords.standard();

    @Test
    void commandsBeginOrEndWithTheirVerb() {
        assertThat(words.command("Run setup.exe", "en")).map(Word::intent).contains(Intent.RUN);
        assertThat(words.command("运行 viewer.exe", "zh")).map(Word::intent).contains(Intent.RUN);
        assertThat(words.command("setup.exe ausführen", "de"))
                .map(Word::intent)
                .contains(Intent.RUN);
        assertThat(words.command("您可以在一台计算机上安装本软件。单击", "zh")).isEmpty();
        assertThat(words.command("Do not run setup.exe", "en")).isEmpty();
    }

    @Test
    void aMisreadWordThatMayMeanNeverGoesOnNowhere() {
        assertThat(words.meaning("今すぐ再記動", "ja").map(Meaning::intent))
                .isNotEqualTo(Optional.of(Intent.RUN));
    }

    @Test
    void everyWordOfEveryTableMeansWhatItsTableSays() {
        List<Word> labels =
                WordTable.all().stream()
                        .filter(word -> !STANDS_IN_TEXT.contains(word.intent()))
                        .toList();
        assertThat(labels)
                .hasSizeGreaterThan(700)
                .allSatisfy(word ->
                        assertThat(words.meaning(word.text(), word.language()).map(Meaning::intent))
                                .as("%s of %s", word.text(), word.language())
                                .isIn(Optional.of(word.intent()), otherwise(word)));
    }

    /// What a word means that its table has twice: never where other words stand around it, and
    /// else what its first line says.
    private static Optional<Intent> otherwise(Word word) {
        String skeleton = Label.of(word.text()).skeleton();
        return WordTable.all().stream()
                .filter(other -> other.language().equals(word.language()))
                .filter(other -> other.intent() != Intent.NEVER)
                .filter(other -> Label.of(other.text()).skeleton().equals(skeleton))
                .map(Word::intent)
                .findFirst();
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
        Word word = words.meaning(label).orElseThrow().word();

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
    void wordsThatRefuseWinWhateverElseTheLabelSays(String label) {
        assertThat(words.meaning(label).map(Meaning::intent))
                .hasValueSatisfying(
                        intent -> assertThat(intent).isIn(Intent.NEVER, Intent.NEGATIVE));
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
        assertThatThrownBy(() -> WordTable.parse("xx", List.of("affirmative yes")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("xx.tsv: \"affirmative yes\" is not an intent");
        assertThatThrownBy(() -> WordTable.parse("xx", List.of("perhaps\tyes")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("no intent \"perhaps\"");
    }
}
