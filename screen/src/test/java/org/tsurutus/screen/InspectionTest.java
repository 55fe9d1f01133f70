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
        JsonNode button = json.get("scene").get("panels").get(0).get("controls").get(0);
        assertThat(button.get("label").asString()).isEqualTo("OK");
        assertThat(json.get("press").get("label").asString()).isEqualTo("OK");
        assertThat(json.get("alternatives").get(0).get("why").asString())
                .isEqualTo("never: cancel");
    }

    @Test
    void decidesNothingOnARealEmptyDesktop() {
        JsonNode json = inspect("t2-after.png");

        assertThat(json.get("press").isNull()).isTrue();
    }

    private static JsonNode inspect(String fixture) {
        try (Tesseract reader = Tesseract.open()) {
            Inspection inspection = Inspection.of(ButtonFinderTest.fixture(fixture), reader);
            assertThat(inspection.toJson()).doesNotContain("\n");
            return JsonMapper.shared().readTree(inspection.toJson());
        }
    }
}
