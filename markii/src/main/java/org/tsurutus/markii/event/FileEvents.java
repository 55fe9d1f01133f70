package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// Understands `evt=file`.
final class FileEvents {
    private FileEvents() {}

    static Optional<Event> read(Fields fields, String subEvent) {
        MarkIIRecord record = fields.record();
        return switch (subEvent) {
            case "close" -> Optional.of(close(fields));
            case "create" -> Optional.of(new FileEvent.Create(record, false));
            case "createDir" -> Optional.of(new FileEvent.Create(record, true));
            case "del" -> Optional.of(new FileEvent.Delete(record, false));
            case "delDir" -> Optional.of(new FileEvent.Delete(record, true));
            case "rename" -> Optional.of(new FileEvent.Rename(record, false, destination(fields)));
            case "renameDir" ->
                    Optional.of(new FileEvent.Rename(record, true, destination(fields)));
            case "copy" -> Optional.of(new FileEvent.Copy(record, destination(fields)));
            case "chgAttr" ->
                    Optional.of(new FileEvent.ChangeAttributes(record, fields.flag("hide")));
            default ->
                    SubEvent.named(subEvent, FileEvent.TrustAct.values())
                            .<Event>map(act -> new FileEvent.Trust(record, act))
                            .or(() -> transfer(record, subEvent));
        };
    }

    private static Event close(Fields fields) {
        return new FileEvent.Close(
                fields.record(),
                fields.unsigned("read"),
                fields.unsigned("write"),
                fields.flag("pe"),
                fields.flag("new"),
                fields.time("sTime"));
    }

    private static Optional<Event> transfer(MarkIIRecord record, String subEvent) {
        return SubEvent.named(subEvent, FileEvent.TransferAct.values())
                .map(act -> new FileEvent.Transfer(record, act));
    }

    private static FileLocation destination(Fields fields) {
        return fields.location("dstPath", "dstMntFld", "dstDrv");
    }
}
