package org.tsurutus.network.lan;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.tsurutus.network.packet.MacAddress;

/// Whose a port is, and what the switch knows of it.
final class Member {
    static final long NOBODY = 0;

    final int number;
    final String name;
    final MacAddress mac;
    final Tally tally = new Tally();

    // what follows belongs to the thread of the LAN
    final MacTable addresses = new MacTable();
    long latestSource = NOBODY;
    long latestTarget = NOBODY;
    int latestRoute;
    int latestGeneration = -1;

    private final AtomicReference<@Nullable String> closed = new AtomicReference<>();

    Member(int number, String name, MacAddress mac) {
        this.number = number;
        this.name = name;
        this.mac = mac;
    }

    /// Notes why the port closes.
    ///
    /// @return whether it was open
    boolean close(String why) {
        return closed.compareAndSet(null, why);
    }

    boolean isOpen() {
        return closed.get() == null;
    }

    PortCounts counts() {
        return new PortCounts(
                name,
                mac,
                tally.framesIn.sum(),
                tally.bytesIn.sum(),
                tally.framesOut.sum(),
                tally.bytesOut.sum(),
                tally.lost(),
                tally.learnt.sum(),
                tally.forgotten.sum(),
                tally.moved.sum(),
                tally.spoofed.sum(),
                Optional.ofNullable(closed.get()));
    }
}
