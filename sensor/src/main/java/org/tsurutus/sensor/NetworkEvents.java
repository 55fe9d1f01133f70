package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes what happens on the network. The wineserver is the witness of who did what, the kernel of
/// how many bytes went over a connection.
final class NetworkEvents {
    private static final long PATIENCE_NANOS = 2_000_000_000L;
    private static final long SAME_LOOKUP_NANOS = 10_000_000_000L;
    private static final int MAX_QUESTIONS = 4_096;

    private final Records records;
    private final GapCounts gaps;
    private final Meeting<Closing, ByteCounts> counts = new Meeting<>(PATIENCE_NANOS);
    private final Recent<String, Long> questions = new Recent<>(MAX_QUESTIONS);

    private record Closing(Act.Disconnected act, long nanos) {}

    NetworkEvents(Records records, GapCounts gaps) {
        this.records = records;
        this.gaps = gaps;
    }

    void connecting(Act.Connecting act, long nanos) {
        records.connection("con", act.process(), act.own(), act.remote(), nanos);
    }

    void established(Act.Established act, long nanos) {
        records.connection("est", act.process(), Optional.of(act.own()), act.remote(), nanos);
    }

    /// The far end is the source of a connection that was taken.
    void accepted(Act.Accepted act, long nanos) {
        records.connection("acpt", act.process(), Optional.of(act.remote()), act.own(), nanos);
    }

    void disconnected(Act.Disconnected act, long nanos) {
        counts.first(act.inode(), new Closing(act, nanos), nanos)
                .ifPresent(bytes -> records.disconnect(act, Optional.of(bytes), nanos));
    }

    /// The kernel counted the bytes of a socket that the server closed.
    void counted(long inode, ByteCounts bytes, long nanos) {
        counts.second(inode, bytes, nanos)
                .ifPresent(closing ->
                        records.disconnect(closing.act(), Optional.of(bytes), closing.nanos()));
    }

    void listening(Act.Listening act, long nanos) {
        records.port("lsn", act.process(), act.own(), nanos);
    }

    void portOpened(Act.PortOpened act, long nanos) {
        records.port("openUDP", act.process(), act.own(), nanos);
    }

    void datagram(WineProcess process, RawFact.Datagram datagram) {
        DnsQuestion.name(datagram.payload())
                .filter(host -> isNew(process, host, datagram.nanos()))
                .ifPresent(host ->
                        records.dnsQuery(
                                process,
                                host,
                                Endpoint.of(datagram.to().address(), datagram.to().port()),
                                datagram.nanos()));
    }

    /// One look-up asks several times: for each kind of address, and again where no answer comes.
    private boolean isNew(WineProcess process, String host, long nanos) {
        String question = process.guid() + " " + host;
        boolean fresh =
                questions
                        .find(question)
                        .filter(asked -> nanos - asked < SAME_LOOKUP_NANOS)
                        .isEmpty();
        questions.put(question, nanos);
        return fresh;
    }

    /// Gives up on what waited long enough, or on all that waits.
    void settle(long nanos, boolean all) {
        counts.overdueSecond(nanos, all);
        for (Closing closing : counts.overdueFirst(nanos, all)) {
            if (records.covers(closing.nanos())) {
                gaps.add(Gap.CLOSES_WITHOUT_COUNTS, 1);
            }
            records.disconnect(closing.act(), Optional.empty(), closing.nanos());
        }
    }
}
