package org.tsurutus.farm.run;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.capture.ProcessNames;
import org.tsurutus.network.packet.FiveTuple;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.Udp;

/// Which process of a PC has which connection, as its records say while the run goes on; for the
/// comments of the capture. A frame may be captured a moment before its PC has told whose it is;
/// then the capture does not name its process.
final class ConnectionOwners implements ProcessNames {
    /// Beyond this those that have been silent longest are forgotten.
    private static final int MOST = 65_536;

    private final Map<Local, String> owners =
            new LinkedHashMap<>(16, 0.75F, true) {
                @Override
                protected boolean removeEldestEntry(Map.Entry<Local, String> eldest) {
                    return size() > MOST;
                }
            };

    /// One PC's end of a connection.
    ///
    /// @param remote the other end; empty for UDP, whose ports talk to anybody
    private record Local(String pc, int protocol, String port, String remote) {}

    /// Learns from a record of a PC.
    synchronized void see(MarkIIRecord record) {
        switch (record.kind()) {
            case "net/con", "net/est" ->
                    learn(record, Tcp.PROTOCOL, "srcPort", remote(record, "dst"));
            case "net/acpt" -> learn(record, Tcp.PROTOCOL, "dstPort", remote(record, "src"));
            case "net/openUDP" -> learn(record, Udp.PROTOCOL, "port", "");
            case String _ -> {}
        }
    }

    private void learn(MarkIIRecord record, int protocol, String port, String remote) {
        owners.put(
                new Local(record.value("com", ""), protocol, record.value(port, ""), remote),
                record.value("psPath", "") + " " + record.value("psGUID", ""));
    }

    private static String remote(MarkIIRecord record, String end) {
        return record.value(end + "IP", "") + " " + record.value(end + "Port", "");
    }

    @Override
    public synchronized Optional<String> sender(String pc, FiveTuple tuple) {
        String remote =
                tuple.protocol() == Udp.PROTOCOL ? "" : tuple.target() + " " + tuple.targetPort();
        String port = Integer.toString(tuple.sourcePort());
        return Optional.ofNullable(owners.get(new Local(pc, tuple.protocol(), port, remote)));
    }
}
