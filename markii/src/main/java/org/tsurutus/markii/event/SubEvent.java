package org.tsurutus.markii.event;

import java.util.Arrays;
import java.util.Optional;

/// What happened, where the kinds of a family differ in nothing else.
public interface SubEvent {
    /// The value of `subEvt` that says so.
    String subEvent();

    /// The act that a record names, if it is one of these.
    static <A extends SubEvent> Optional<A> named(String subEvent, A[] acts) {
        return Arrays.stream(acts).filter(act -> act.subEvent().equals(subEvent)).findFirst();
    }
}
