package org.tsurutus.screen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class InspectionTest {
    @Test
    void decidesOkOnARealScreenshotAndTellsItAsJson() {
        JsonNode json = inspect("t2-dialog.png");

        assertThat(json.propertyNames())
                .containsExactly("frame", "width", "height", "buttons", "choice", "alternatives");
        assertThat(json.get("frame").asString()).matches("[0-9a-f]{64}");
        assertThat(json.get("buttons")).hasSize(2);
        assertThat(json.get("buttons").get(0).propertyNames())
                .containsExactly("box", "label", "confidence", "isDefault");
        assertThat(json.get("choice").get("button").get("label").asString()).isEqualTo("OK");
        assertThat(json.get("choice").get("word").asString()).isEqualTo("ok");
        assertThat(json.get("choice").get("reason").asString()).isEqualTo("affirmative");
        assertThat(json.get("alternatives").get(0).get("why").asString())
                .isEqualTo("never: cancel");
    }

    @Test
    void decidesNothingOnARealEmptyDesktop() {
        JsonNode json = inspect("t2-after.png");

        assertThat(json.get("buttons")).isEmpty();
        assertThat(json.get("choice").isNull()).isTrue();
    }

    private static JsonNode inspect(String fixture) {
        try (Tesseract reader = Tesseract.open()) {
            Inspection inspection = Inspection.of(ButtonFinderTest.fixture(fixture), reader);
            assertThat(inspection.toJson()).doesNotContain("\n");
            return JsonMapper.shared().readTree(inspection.toJson());
        }
    }
}
