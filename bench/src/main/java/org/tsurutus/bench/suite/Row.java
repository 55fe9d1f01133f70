package org.tsurutus.bench.suite;

/// One row of the table.
///
/// @param goal empty where the row only informs
record Row(String what, String goal, String measured, Verdict verdict) {
    /// How a row ended, as the table names it.
    enum Verdict {
        MET("met"),
        NOT_MET("NOT MET"),
        FAILED("FAILED"),
        NO_GOAL("");

        private final String text;

        Verdict(String text) {
            this.text = text;
        }

        String text() {
            return text;
        }

        boolean isGood() {
            return switch (this) {
                case MET, NO_GOAL -> true;
                case NOT_MET, FAILED -> false;
            };
        }
    }

    /// A row that only informs.
    static Row of(String what, String measured) {
        return new Row(what, "", measured, Verdict.NO_GOAL);
    }

    /// A row whose median meets the goal or does not.
    static Row of(String what, Goal goal, Spread measured, String unit) {
        Verdict verdict = goal.isMetBy(measured.median()) ? Verdict.MET : Verdict.NOT_MET;
        return new Row(what, goal.text(), measured.text(unit), verdict);
    }

    /// A row of what could not be measured.
    static Row failed(String what, String goal, String reason) {
        return new Row(what, goal, reason, Verdict.FAILED);
    }
}
