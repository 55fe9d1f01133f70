package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=reg`: the registry.
public sealed interface RegistryEvent extends Event {

    /// The path of the key, `HKEY_LOCAL_MACHINE\SOFTWARE\…`.
    default Optional<String> path() {
        return record().value("path");
    }

    /// What is known of the file that is named inside the value's text, where it names one.
    default Image image() {
        return Image.of(new Fields(record()));
    }

    /// `create`, `delKey`, `renameKey`: a key.
    record Key(MarkIIRecord record, KeyAct act) implements RegistryEvent {}

    /// `setVal`: a value was set.
    ///
    /// @param entry the name of the value
    record SetValue(MarkIIRecord record, Optional<String> entry, RegistryValue value)
            implements RegistryEvent {}

    /// `delVal`: a value was deleted.
    ///
    /// @param entry the name of the value
    record DeleteValue(MarkIIRecord record, Optional<String> entry, RegistryValue value)
            implements RegistryEvent {}

    /// What happened to a key.
    enum KeyAct implements SubEvent {
        /// It was made.
        CREATE("create"),
        /// It was deleted.
        DELETE("delKey"),
        /// It got a new name.
        RENAME("renameKey");

        private final String subEvent;

        KeyAct(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }
}
