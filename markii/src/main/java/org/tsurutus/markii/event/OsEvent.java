package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=os`: Windows itself.
public sealed interface OsEvent extends Event {

    /// All but `evtLog`: the system started, stopped, slept, or its clock was changed.
    record State(MarkIIRecord record, StateAct act) implements OsEvent {}

    /// `evtLog`: a copy of one record of the Windows event log. One such record may fill several
    /// lines: terminal, channel and record number together are its identity.
    ///
    /// @param event the Windows event
    /// @param logon the logon session it is about
    /// @param workstation the computer that asked for a logon
    /// @param source where it came from over the network
    /// @param kerberos the Kerberos ticket it is about
    /// @param errorCode the error it reports
    /// @param privileges the privileges it lists
    record EventLog(
            MarkIIRecord record,
            WindowsEvent event,
            Logon logon,
            Endpoint workstation,
            Endpoint source,
            Kerberos kerberos,
            Optional<String> errorCode,
            Optional<String> privileges)
            implements OsEvent {}

    /// What happened to the system.
    enum StateAct implements SubEvent {
        /// It started.
        START("start"),
        /// It stopped.
        STOP("stop"),
        /// Its safe mode began.
        START_SAFE_MODE("startSafemode"),
        /// Its safe mode ended.
        STOP_SAFE_MODE("stopSafemode"),
        /// It went to sleep.
        SUSPEND("suspend"),
        /// It woke up.
        RESUME("resume"),
        /// Its clock was changed.
        CHANGE_CLOCK("chgDate");

        private final String subEvent;

        StateAct(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }
}
