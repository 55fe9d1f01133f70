package org.tsurutus.disk.mapper;

import java.time.Duration;
import org.tsurutus.disk.DiskException;

/// Waiting for whoever still has a device open.
final class Patience {
    private Patience() {}

    /// Does `work`, again and again while the kernel says EBUSY.
    ///
    /// @throws MapperException the last one, when `limit` is over
    static void untilFree(Duration limit, Duration pause, Runnable work) {
        long end = System.nanoTime() + limit.toNanos();
        while (true) {
            try {
                work.run();
                return;
            } catch (MapperException e) {
                if (!e.isBusy() || System.nanoTime() > end) {
                    throw e;
                }
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new DiskException("interrupted while a device was waited for", e);
            }
        }
    }
}
