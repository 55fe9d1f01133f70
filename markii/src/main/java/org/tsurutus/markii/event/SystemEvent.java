package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIRecord;

/// `evt=sys`: the sensor itself. The meanings are read from the names.
///
/// @param act what happened
public record SystemEvent(MarkIIRecord record, Act act) implements Event {

    /// What the sensor did.
    public enum Act implements SubEvent {
        /// It started.
        START("start"),
        /// It stopped.
        STOP("stop"),
        /// It is running.
        RUN("run"),
        /// It started again.
        RESTART("restart"),
        /// Its configuration changed.
        CHANGE_CONFIGURATION("chgConf"),
        /// It has no room to write.
        DISK_FULL("outDsk"),
        /// It began to log less.
        START_REDUCED("startRed"),
        /// It logs everything again.
        STOP_REDUCED("stopRed"),
        /// It stopped logging for a while.
        SUSPEND_LOG("suspendLog"),
        /// It logs again.
        RESUME_LOG("resumeLog"),
        /// It stopped watching processes for a while.
        SUSPEND_PROCESS_MONITOR("suspendPSMon"),
        /// It watches processes again.
        RESUME_PROCESS_MONITOR("resumePSMon");

        private final String subEvent;

        Act(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }
}
