package org.tsurutus.network.lan;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;

/// Counts of a port, added to by the thread of the LAN and read by anybody.
final class Tally {
    final LongAdder framesIn = new LongAdder();
    final LongAdder bytesIn = new LongAdder();
    final LongAdder framesOut = new LongAdder();
    final LongAdder bytesOut = new LongAdder();
    final LongAdder learnt = new LongAdder();
    final LongAdder forgotten = new LongAdder();
    final LongAdder moved = new LongAdder();
    final LongAdder spoofed = new LongAdder();
    private final Map<Loss, LongAdder> lost = new EnumMap<>(Loss.class);

    Tally() {
        for (Loss loss : Loss.values()) {
            lost.put(loss, new LongAdder());
        }
    }

    void lose(Loss loss, long frames) {
        lost.getOrDefault(loss, new LongAdder()).add(frames);
    }

    void out(long frames, long bytes) {
        framesOut.add(frames);
        bytesOut.add(bytes);
    }

    Map<Loss, Long> lost() {
        Map<Loss, Long> sums = new EnumMap<>(Loss.class);
        lost.forEach((loss, frames) -> sums.put(loss, frames.sum()));
        return sums;
    }
}
