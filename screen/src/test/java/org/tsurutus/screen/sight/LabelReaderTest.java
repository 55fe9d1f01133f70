package org.tsurutus.screen.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Tesseract;
import org.tsurutus.screen.TextReader;
import org.tsurutus.screen.TextReader.Reading;
import org.tsurutus.screen.grammar.ButtonWords;

class LabelReaderTest {
    @Test
    void labelsThatNoLanguageCanReadAreEmptyAndThere() {
        try (TextReader reader = Tesseract.open()) {
            LabelReader labels = new LabelReader(reader, ButtonWords.standard());
            Frame blank = new Frame(40, 12, new int[480]);

            LabelReader.Label label = new LabelReader.Label(blank, blank, false, Optional.empty());

            LabelReader.Labels read = labels.read(List.of(label, label), List.of());

            assertThat(read.readings()).extracting(Reading::text).containsExactly("", "");
        }
    }

    @Test
    void aPanelWithoutButtonsHasNoLabels() {
        try (TextReader reader = Tesseract.open()) {
            LabelReader labels = new LabelReader(reader, ButtonWords.standard());

            assertThat(labels.read(List.of(), List.of()).readings()).isEmpty();
        }
    }
}
