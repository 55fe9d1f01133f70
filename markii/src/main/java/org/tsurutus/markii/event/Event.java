package org.tsurutus.markii.event;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// One record, understood. The families are sealed, so a switch over them is complete.
///
/// Nothing is refused and nothing is lost: a value that is absent, or whose text is not of its
/// type, is empty here; [#problems] names the latter, and [#record] has every text as it stood.
public sealed interface Event
        permits ProcessEvent,
                FileEvent,
                RegistryEvent,
                NetworkEvent,
                SessionEvent,
                WindowEvent,
                ClipboardEvent,
                PowerShellEvent,
                WmiEvent,
                SystemEvent,
                OsEvent,
                DeviceEvent,
                DefenderEvent,
                PrintEvent,
                DiskEvent,
                ClickEvent,
                Other {

    /// Understands a record; never throws.
    static Event of(MarkIIRecord record) {
        return EventReader.read(record);
    }

    /// The record as it stood in the log.
    MarkIIRecord record();

    /// The terminal's clock with its zone, to the millisecond.
    default OffsetDateTime time() {
        return record().time();
    }

    /// The serial number of the record on its terminal, `sn`. Neither it nor the time orders a log
    /// alone.
    default OptionalLong serial() {
        return new Fields(record()).unsigned("sn");
    }

    /// What the vocabulary knows of this kind.
    default Optional<EventKind> kind() {
        return Vocabulary.kind(record().value("evt", ""), record().value("subEvt", ""));
    }

    /// How grave the sensor took the event to be.
    default Severity severity() {
        return Severity.of(new Fields(record()));
    }

    /// Where it happened.
    default Terminal terminal() {
        return Terminal.of(new Fields(record()));
    }

    /// In which session it happened.
    default Session session() {
        return Session.of(new Fields(record()));
    }

    /// Which process did it; empty parts where no process acts, as in sessions and the event log.
    default ProcessReference process() {
        return new Fields(record()).process("psGUID", "psPath");
    }

    /// The values whose text is not of their type, in the order of the line.
    default List<Problem> problems() {
        return record().fields().stream().flatMap(field -> Problem.of(field).stream()).toList();
    }
}
