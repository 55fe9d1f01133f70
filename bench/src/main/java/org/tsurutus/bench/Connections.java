package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// The last connections of a terminal.
final class Connections {
    private static final int KEPT = 32;

    private final List<Connection> open = new ArrayList<>();

    Connection begin(RemoteHosts hosts, SplittableRandom random) {
        Connection begun = new Connection(random.nextInt(49_152, 65_536), hosts.draw(random));
        if (open.size() == KEPT) {
            open.removeFirst();
        }
        open.add(begun);
        return begun;
    }

    Connection newest(RemoteHosts hosts, SplittableRandom random) {
        return open.isEmpty() ? begin(hosts, random) : open.getLast();
    }

    Connection end(RemoteHosts hosts, SplittableRandom random) {
        if (open.isEmpty()) {
            begin(hosts, random);
        }
        return open.remove(random.nextInt(open.size()));
    }
}
