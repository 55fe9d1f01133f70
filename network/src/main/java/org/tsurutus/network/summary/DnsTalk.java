package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.function.Supplier;
import org.tsurutus.network.packet.Octets;

/// DNS over TCP: messages behind their lengths.
final class DnsTalk implements Talk {
    private static final int HEAD = 2;

    private final Supplier<Ends> ends;
    private final DnsDesk desk;

    DnsTalk(Supplier<Ends> ends, DnsDesk desk) {
        this.ends = ends;
        this.desk = desk;
    }

    @Override
    public long fromClient(Octets bytes, Instant now) {
        if (bytes.length() < HEAD || bytes.length() < HEAD + bytes.shortAt(0)) {
            return 0;
        }
        int length = bytes.shortAt(0);
        desk.take(bytes.slice(HEAD, length), ends.get(), now);
        return (long) HEAD + length;
    }

    @Override
    public long fromServer(Octets bytes, Instant now) {
        return fromClient(bytes, now);
    }

    @Override
    public void end() {
        // the desk tells what waits
    }
}
