package org.tsurutus.markii.event;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=net`: the network. Pairs that are known by name only, such as `net/dnsQuery`, are [Other].
public sealed interface NetworkEvent extends Event {

    /// `con`, `est`, `acpt`, `dcon`: a step in the life of a TCP connection.
    ///
    /// @param source the local side of [Step#TRY], the remote side of [Step#ACCEPT]; of
    ///   [Step#ESTABLISH] the two sides may be swapped
    /// @param destination the other side
    /// @param received bytes in all, [Step#END] only
    /// @param sent bytes in all, [Step#END] only
    record Connection(
            MarkIIRecord record,
            Step step,
            Endpoint source,
            Endpoint destination,
            OptionalLong received,
            OptionalLong sent)
            implements NetworkEvent {}

    /// `openUDP`: a UDP port was opened.
    record OpenUdp(MarkIIRecord record, OptionalInt port) implements NetworkEvent {}

    /// `webURL`: a browser visited an address.
    ///
    /// @param url the address; perhaps a path, or without a scheme
    /// @param decoded the address without percent codes
    /// @param browser `IE`
    /// @param host the host of the address
    record WebVisit(
            MarkIIRecord record,
            Optional<String> url,
            Optional<String> decoded,
            Optional<String> browser,
            Optional<String> host)
            implements NetworkEvent {}

    /// The steps in the life of a connection.
    enum Step implements SubEvent {
        /// It was tried; perhaps in vain.
        TRY("con"),
        /// It was established.
        ESTABLISH("est"),
        /// It was accepted here.
        ACCEPT("acpt"),
        /// It ended.
        END("dcon");

        private final String subEvent;

        Step(String subEvent) {
            this.subEvent = subEvent;
        }

        @Override
        public String subEvent() {
            return subEvent;
        }
    }
}
