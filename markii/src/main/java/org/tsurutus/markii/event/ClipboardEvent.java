package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=clip`: the clipboard.
///
/// @param act what happened
/// @param content what was on the clipboard
/// @param contentType what kind of content it was
/// @param title the title of the window
/// @param source the process it came from (the meaning is a guess)
public record ClipboardEvent(
        MarkIIRecord record,
        Act act,
        Optional<String> content,
        Optional<String> contentType,
        Optional<String> title,
        ProcessReference source)
        implements Event {

    /// What happened to the clipboard.
    public enum Act implements SubEvent {
        /// Something was copied to it.
        COPY("copy"),
        /// Something was pasted from it.
        PASTE("paste");

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
