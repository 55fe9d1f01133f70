package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class DocumentExamplesTest {
    @Test
    void theLinesOfTheDocumentAreWhatItSaysTheyAre() throws IOException {
        Path document = Path.of(System.getProperty("tsurutus.root"), "docs", "markii.md");
        List<String> lines =
                Files.readAllLines(document).stream()
                        .filter(line -> line.matches("[0-9]{2}/[0-9]{2}/[0-9]{4} .*"))
                        .toList();

        assertThat(lines).hasSize(3);
        assertThat(canonical(lines.get(0))).isEqualTo(lines.get(0));
        assertThat(canonical(lines.get(1))).isEqualTo(lines.get(2)).isNotEqualTo(lines.get(1));
    }

    private static String canonical(String line) {
        return MarkIIWriter.line(CanonicalOrder.canonical(MarkIIReader.record(line)));
    }
}
