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
                .containsExactly("frame", "width", "height", "scene", "press", "alternatives");
        assertThat(json.get("frame").asString()).matches("[0-9a-f]{64}");
        JsonNode panel = json.get("scene").get("panels").get(0);
        assertThat(panel.get("kind").asString()).isEqualTo("dialog");
        assertThat(panel.get("controls")).hasSize(2);
        JsonNode button = panel.get("controls").get(0);
        assertThat(button.get("kind").asString()).isEqualTo("button");
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

    @Test
    void oneInspectorSaysOfManyFramesWhatItWouldSayOfEach() {
        try (Tesseract reader = Tesseract.open()) {
            Frame dialog = SightTest.fixture("t2-dialog.png");
            Inspector inspector = new Inspector(reader);

            Inspection first = inspector.inspect(dialog);
            Inspection nothing = inspector.inspect(SightTest.fixture("t2-after.png"));
            Inspection again = inspector.inspect(dialog);

            assertThat(nothing.press()).isEmpty();
            assertThat(again).isEqualTo(first).isEqualTo(Inspection.of(dialog, reader));
        }
    }

    private static JsonNode inspect(String fixture) {
        try (Tesseract reader = Tesseract.open()) {
            Inspection inspection = Inspection.of(SightTest.fixture(fixture), reader);
            assertThat(inspection.toJson()).doesNotContain("\n");
            return JsonMapper.shared().readTree(inspection.toJson());
        }
    }
}
