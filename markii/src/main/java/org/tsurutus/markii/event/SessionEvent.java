package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=session`: users come and go.
///
/// @param act what happened
/// @param origin where a remote user sits
/// @param began when the session began; of [Act#UNLOCK] and [Act#STOP_SCREEN_SAVER], when it was
///   interrupted
/// @param failure why a logon failed, in the language of the terminal
/// @param eventRecord the number of the record in the Windows event log
public record SessionEvent(
        MarkIIRecord record,
        Act act,
        Endpoint origin,
        Optional<AssumedTime> began,
        Optional<String> failure,
        OptionalLong eventRecord)
        implements Event {

    /// What happened to a session.
    public enum Act implements SubEvent {
        /// A user logged on.
        LOGIN("login"),
        /// A logon failed.
        LOGIN_FAIL("loginFail"),
        /// A user logged off.
        LOGOUT("logout"),
        /// It was locked.
        LOCK("lock"),
        /// It was unlocked.
        UNLOCK("unlock"),
        /// A remote client connected to it.
        REMOTE_CONNECT("conR"),
        /// A remote client left it.
        REMOTE_DISCONNECT("dconR"),
        /// A user logged on over the network.
        REMOTE_LOGIN("loginR"),
        /// A logon over the network failed.
        REMOTE_LOGIN_FAIL("loginRFail"),
        /// Its screen saver started.
        START_SCREEN_SAVER("startSCR"),
        /// Its screen saver stopped.
        STOP_SCREEN_SAVER("stopSCR");

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
