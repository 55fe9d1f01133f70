package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=win`: which window or process is in front.
///
/// @param act what happened
/// @param title the title of the window
/// @param activeTime how long it was in front; the unit is unknown
public record WindowEvent(
        MarkIIRecord record, Act act, Optional<String> title, Optional<String> activeTime)
        implements Event {

    /// What came to the front or left it.
    public enum Act implements SubEvent {
        /// A window came to the front.
        ACTIVE("active"),
        /// A window lost the front.
        INACTIVE("inactive"),
        /// A process came to the front.
        PROCESS_ACTIVE("psActive"),
        /// A process lost the front.
        PROCESS_INACTIVE("psInactive");

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
