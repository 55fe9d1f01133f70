package org.tsurutus.app.report;

import org.tsurutus.hunt.lateral.LateralStep;

/// One step on the way from PC to PC.
record LateralRow(String time, String style, String kind, String from, String to, String what) {
    static LateralRow of(LateralStep step, TimeBase base) {
        return new LateralRow(
                base.offset(step.time()),
                style(step.kind()),
                step.kind().words(),
                ShownText.of(step.from()),
                ShownText.of(step.to()),
                ShownText.of(step.what()));
    }

    private static String style(LateralStep.Kind kind) {
        return switch (kind) {
            case COPY -> "file";
            case LOGON, REFUSED -> "network";
            case REMOTE_START, PLANTED_START -> "process";
        };
    }
}
