package org.tsurutus.hunt.lateral;

import java.time.OffsetDateTime;
import java.util.Optional;
import org.tsurutus.hunt.ProcessKey;

/// One step on the way from PC to PC.
///
/// @param time when
/// @param kind what kind of step it is
/// @param from who did it: `COM path`, or an address where no log shows more
/// @param to the PC where it arrived, as it is named: `COM`, with the path of a process that began;
///   for a copy, the host as the path names it
/// @param what the path, the account or the command line
/// @param started the process that began
public record LateralStep(
        OffsetDateTime time,
        Kind kind,
        String from,
        String to,
        String what,
        Optional<ProcessKey> started) {
    /// What kind of step it is.
    public enum Kind {
        /// A process wrote a file to another PC.
        COPY,
        /// Somebody from another PC logged on.
        LOGON,
        /// Somebody from another PC was not let in.
        REFUSED,
        /// A process was started for somebody on another PC.
        REMOTE_START,
        /// A process began whose program another PC had put there.
        PLANTED_START;

        /// The kind as people read it.
        public String words() {
            return switch (this) {
                case COPY -> "copy";
                case LOGON -> "logon";
                case REFUSED -> "logon refused";
                case REMOTE_START -> "remote start";
                case PLANTED_START -> "planted start";
            };
        }
    }
}
