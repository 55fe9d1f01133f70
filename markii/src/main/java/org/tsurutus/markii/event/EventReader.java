package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// Decides which type of event a record is.
final class EventReader {
    private EventReader() {}

    static Event read(MarkIIRecord record) {
        Fields fields = new Fields(record);
        String subEvent = record.value("subEvt", "");
        return family(fields, record.value("evt", ""), subEvent).orElseGet(() -> new Other(record));
    }

    private static Optional<Event> family(Fields fields, String event, String subEvent) {
        MarkIIRecord record = fields.record();
        return switch (event) {
            case "ps" -> ProcessEvents.read(fields, subEvent);
            case "file" -> FileEvents.read(fields, subEvent);
            case "reg" -> RegistryEvents.read(fields, subEvent);
            case "net" -> NetworkEvents.read(fields, subEvent);
            case "os" -> OsEvents.read(fields, subEvent);
            case "session" -> DesktopEvents.session(fields, subEvent);
            case "win" -> DesktopEvents.window(fields, subEvent);
            case "clip" -> DesktopEvents.clipboard(fields, subEvent);
            case "sys" ->
                    SubEvent.named(subEvent, SystemEvent.Act.values())
                            .map(act -> new SystemEvent(record, act));
            case "dev" ->
                    SubEvent.named(subEvent, DeviceEvent.Act.values())
                            .map(act -> new DeviceEvent(record, act));
            default -> Vocabulary.kind(event, subEvent).flatMap(_ -> onlyOne(fields, event));
        };
    }

    /// Families with one type, whatever the kind.
    private static Optional<Event> onlyOne(Fields fields, String event) {
        MarkIIRecord record = fields.record();
        return switch (event) {
            case "powerShell" ->
                    Optional.of(
                            new PowerShellEvent(
                                    record, fields.text("shCmd"), fields.text("cmdType")));
            case "wmi" ->
                    Optional.of(new WmiEvent(record, fields.text("cliCom"), fields.text("cliUsr")));
            case "windowsDefender" -> Optional.of(new DefenderEvent(record));
            case "prt" -> Optional.of(new PrintEvent(record));
            case "disk" -> Optional.of(disk(fields));
            case "screen" -> Optional.of(click(fields));
            default -> Optional.empty();
        };
    }

    private static Event disk(Fields fields) {
        return new DiskEvent(
                fields.record(),
                fields.text("path"),
                fields.unsigned("lba"),
                fields.unsigned("sectors"),
                fields.hexadecimal("oldSha256", 64),
                fields.hexadecimal("newSha256", 64),
                fields.text("structure"));
    }

    private static Event click(Fields fields) {
        return new ClickEvent(
                fields.record(),
                fields.text("panel"),
                fields.text("control"),
                fields.text("label"),
                fields.text("how"),
                fields.text("typed"),
                fields.text("effect"),
                fields.unsigned("reaction"));
    }
}
