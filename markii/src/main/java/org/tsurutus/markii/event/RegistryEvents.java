package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// Understands `evt=reg`.
final class RegistryEvents {
    private RegistryEvents() {}

    static Optional<Event> read(Fields fields, String subEvent) {
        MarkIIRecord record = fields.record();
        return switch (subEvent) {
            case "setVal" ->
                    Optional.of(
                            new RegistryEvent.SetValue(
                                    record, fields.text("entry"), RegistryValue.of(fields)));
            case "delVal" ->
                    Optional.of(
                            new RegistryEvent.DeleteValue(
                                    record, fields.text("entry"), RegistryValue.of(fields)));
            default ->
                    SubEvent.named(subEvent, RegistryEvent.KeyAct.values())
                            .map(act -> new RegistryEvent.Key(record, act));
        };
    }
}
