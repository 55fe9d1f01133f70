package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// Understands `evt=net`.
final class NetworkEvents {
    private NetworkEvents() {}

    static Optional<Event> read(Fields fields, String subEvent) {
        MarkIIRecord record = fields.record();
        return switch (subEvent) {
            case "openUDP" -> Optional.of(new NetworkEvent.OpenUdp(record, fields.port("port")));
            case "webURL" ->
                    Optional.of(
                            new NetworkEvent.WebVisit(
                                    record,
                                    fields.text("url"),
                                    fields.text("decode"),
                                    fields.word("brType"),
                                    fields.text("url_hostname")));
            default ->
                    SubEvent.named(subEvent, NetworkEvent.Step.values())
                            .map(step -> connection(fields, step));
        };
    }

    private static Event connection(Fields fields, NetworkEvent.Step step) {
        return new NetworkEvent.Connection(
                fields.record(),
                step,
                fields.endpoint("srcCom", "srcIP", "srcPort"),
                fields.endpoint("dstHost", "dstIP", "dstPort"),
                fields.unsigned("recv"),
                fields.unsigned("send"));
    }
}
