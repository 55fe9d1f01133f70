package org.tsurutus.app.report;

import org.tsurutus.farm.run.RunManifest;

/// One stage of the run and how it came out.
record StageRow(String name, String outcome, String time, String detail) {
    static StageRow of(RunManifest.Stage stage) {
        return new StageRow(
                ShownText.of(stage.name()),
                ShownText.of(stage.outcome()),
                ShownText.count(stage.millis()) + " ms",
                ShownText.of(stage.detail()));
    }

    /// The name of its style.
    String style() {
        return switch (outcome) {
            case "ok" -> "good";
            case "failed" -> "bad";
            default -> "plain";
        };
    }
}
