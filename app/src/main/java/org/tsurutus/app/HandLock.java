package org.tsurutus.app;

import java.util.function.Function;
import org.tsurutus.disk.StoreLock;
import org.tsurutus.disk.lease.DiskLeases;

/// What a person's command does with leases, one such command at a time: a person is one holder,
/// however many commands there are.
final class HandLock {
    private HandLock() {}

    static int hold(OpenStore open, Function<DiskLeases, Integer> work) {
        return new StoreLock(open.folder().resolve("hand.lock"))
                .hold(() -> {
                    try (DiskLeases leases = open.leases()) {
                        return work.apply(leases);
                    }
                });
    }
}
