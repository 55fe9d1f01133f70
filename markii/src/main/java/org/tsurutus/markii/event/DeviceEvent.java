package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIRecord;

/// `evt=dev`: volumes and devices. The meanings are read from the names.
///
/// @param act what happened
public record DeviceEvent(MarkIIRecord record, Act act) implements Event {

    /// What happened to a volume or device.
    public enum Act implements SubEvent {
        /// A volume was mounted.
        MOUNT("mnt"),
        /// A volume was unmounted.
        UNMOUNT("unMnt"),
        /// A volume was mounted already.
        MOUNTED("mntd"),
        /// A device was connected.
        CONNECT("con"),
        /// A device was disconnected.
        DISCONNECT("dcon");

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
