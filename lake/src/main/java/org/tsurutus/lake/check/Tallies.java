package org.tsurutus.lake.check;

/// The tallies of a check.
final class Tallies {
    final Tally unknownKinds = new Tally();
    final Tally unknownKeys = new Tally();
    final Tally unfitValues = new Tally();
    final Tally repeatedKeys = new Tally();
    final Tally otherCase = new Tally();

    /// Adds those of a later part of the logs.
    void add(Tallies later) {
        unknownKinds.add(later.unknownKinds);
        unknownKeys.add(later.unknownKeys);
        unfitValues.add(later.unfitValues);
        repeatedKeys.add(later.repeatedKeys);
        otherCase.add(later.otherCase);
    }

    CheckReport report(LineFacts facts) {
        return new CheckReport(
                facts,
                unknownKinds.findings(),
                unknownKeys.findings(),
                unfitValues.findings(),
                repeatedKeys.findings(),
                otherCase.findings());
    }
}
