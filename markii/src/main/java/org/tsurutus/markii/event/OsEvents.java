package org.tsurutus.markii.event;

import java.util.Optional;

/// Understands `evt=os`.
final class OsEvents {
    private OsEvents() {}

    static Optional<Event> read(Fields fields, String subEvent) {
        return subEvent.equals("evtLog")
                ? Optional.of(eventLog(fields))
                : SubEvent.named(subEvent, OsEvent.StateAct.values())
                        .map(act -> new OsEvent.State(fields.record(), act));
    }

    private static Event eventLog(Fields fields) {
        return new OsEvent.EventLog(
                fields.record(),
                WindowsEvent.of(fields),
                Logon.of(fields),
                fields.endpoint("wsName", "wsIp", "wsPort"),
                fields.endpoint("srcCom", "srcIP", "srcPort"),
                Kerberos.of(fields),
                fields.text("errCode"),
                fields.text("privList"));
    }
}
