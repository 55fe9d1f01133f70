package org.tsurutus.bench.click.score;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LabelsTest {
    @Test
    void caseSpacesPunctuationWidthAndMnemonicsDoNotCount() {
        assertThat(Labels.same("Next >", "next>")).isTrue();
        assertThat(Labels.same("はい(Y)", "はい")).isTrue();
        assertThat(Labels.same("次へ(N) >", "次へ （Ｎ） ＞")).isTrue();
        assertThat(Labels.same("Don't Run", "Dont run")).isTrue();
    }

    @Test
    void otherLettersCount() {
        assertThat(Labels.same("OK", "0K")).isFalse();
        assertThat(Labels.same("Yes", "Yes to all")).isFalse();
        assertThat(Labels.same("Ja", "")).isFalse();
    }

    @Test
    void theNoteOfACommandLinkMayFollow() {
        assertThat(Labels.same("Run setup.exe", "Run setup.exe Published by Delta")).isTrue();
    }
}
