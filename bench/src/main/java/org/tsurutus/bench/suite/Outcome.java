package org.tsurutus.bench.suite;

/// How one run of a command went.
///
/// @param exit its exit code; 0 is success
/// @param seconds from start to end
/// @param peakBytes the most memory it held, as of a look every tenth of a second; 0 if it ended
///   before the first
/// @param complaint the first line on its standard error; empty if there was none
record Outcome(int exit, double seconds, long peakBytes, String complaint) {
    boolean isFailure() {
        return exit != 0;
    }

    /// For the table: what went wrong.
    String failure() {
        return "exit " + exit + (complaint.isEmpty() ? "" : ": " + complaint);
    }
}
