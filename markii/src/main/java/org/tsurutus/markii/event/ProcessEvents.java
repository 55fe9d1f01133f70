package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// Understands `evt=ps`.
final class ProcessEvents {
    private ProcessEvents() {}

    static Optional<Event> read(Fields fields, String subEvent) {
        MarkIIRecord record = fields.record();
        return switch (subEvent) {
            case "start" -> Optional.of(new ProcessEvent.Start(record, Invocation.of(fields)));
            case "run" -> Optional.of(new ProcessEvent.Run(record, Invocation.of(fields)));
            case "stop" -> Optional.of(new ProcessEvent.Stop(record, fields.time("sTime")));
            case "inject" -> Optional.of(inject(fields, false));
            case "guardInject" -> Optional.of(inject(fields, true));
            default -> Optional.empty();
        };
    }

    private static Event inject(Fields fields, boolean blocked) {
        return new ProcessEvent.Inject(
                fields.record(), blocked, fields.word("api"), fields.process("tpsGUID", "tpsPath"));
    }
}
