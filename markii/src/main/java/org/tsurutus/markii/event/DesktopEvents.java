package org.tsurutus.markii.event;

import java.util.Optional;

/// Understands what a user does: sessions, windows, the clipboard.
final class DesktopEvents {
    private DesktopEvents() {}

    static Optional<Event> session(Fields fields, String subEvent) {
        return SubEvent.named(subEvent, SessionEvent.Act.values())
                .map(act ->
                        new SessionEvent(
                                fields.record(),
                                act,
                                fields.endpoint("srcCom", "srcIP", "srcPort"),
                                fields.time("sTime"),
                                fields.text("failReason"),
                                fields.unsigned("evtRecID")));
    }

    static Optional<Event> window(Fields fields, String subEvent) {
        return SubEvent.named(subEvent, WindowEvent.Act.values())
                .map(act ->
                        new WindowEvent(
                                fields.record(),
                                act,
                                fields.text("winTitle"),
                                fields.text("activeTime")));
    }

    static Optional<Event> clipboard(Fields fields, String subEvent) {
        return SubEvent.named(subEvent, ClipboardEvent.Act.values())
                .map(act ->
                        new ClipboardEvent(
                                fields.record(),
                                act,
                                fields.text("clipData"),
                                fields.text("clipType"),
                                fields.text("winTitle"),
                                fields.process("spsGUID", "spsPath")));
    }
}
