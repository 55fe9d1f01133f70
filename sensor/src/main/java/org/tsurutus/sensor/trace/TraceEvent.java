package org.tsurutus.sensor.trace;

import java.util.Set;

/// What one line, or a request and its reply together, say.
public sealed interface TraceEvent {

    /// A request that was answered.
    ///
    /// @param thread the wine thread id of the caller
    /// @param call which request
    /// @param request the request's arguments
    /// @param status `0`, the name of an NTSTATUS, or a hex number
    /// @param reply the reply's values; all zero or empty where the request failed
    record Exchange(int thread, Call call, Group request, String status, Group reply)
            implements TraceEvent {
        private static final Set<String> DONE =
                Set.of("0", "OBJECT_NAME_EXISTS", "IMAGE_NOT_AT_BASE");

        /// Whether the request did its work; a warning counts as success.
        public boolean done() {
            return DONE.contains(status);
        }
    }

    /// A thread ended.
    record ThreadKilled(int thread, int exitCode) implements TraceEvent {}

    /// The server forgot a process; its id may be used again.
    record ProcessGone(int process) implements TraceEvent {}
}
