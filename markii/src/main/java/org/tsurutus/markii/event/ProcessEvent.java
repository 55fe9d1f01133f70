package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=ps`: processes begin, end, and reach into each other.
public sealed interface ProcessEvent extends Event {

    /// What is known of the file [#process] runs, `psPath`.
    default Image image() {
        return Image.of(new Fields(record()));
    }

    /// `start`: a process began at the record's time.
    record Start(MarkIIRecord record, Invocation invocation) implements ProcessEvent {}

    /// `run`: a process ran already when recording began.
    record Run(MarkIIRecord record, Invocation invocation) implements ProcessEvent {}

    /// `stop`: a process ended.
    ///
    /// @param started when it began
    record Stop(MarkIIRecord record, Optional<AssumedTime> started) implements ProcessEvent {}

    /// `inject`, `guardInject`: the acting process put code into another, or was kept from it.
    ///
    /// @param blocked whether the sensor kept it from doing so
    /// @param function the function it used, `OpenProcess`
    /// @param target the process it reached into; not its child
    record Inject(
            MarkIIRecord record,
            boolean blocked,
            Optional<String> function,
            ProcessReference target)
            implements ProcessEvent {}
}
