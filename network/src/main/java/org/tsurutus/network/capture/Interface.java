package org.tsurutus.network.capture;

import java.util.concurrent.atomic.LongAdder;
import org.tsurutus.network.packet.MacAddress;

/// A port of the LAN in a capture, and its counts.
record Interface(
        String name,
        MacAddress mac,
        LongAdder frames,
        LongAdder byQueue,
        LongAdder byLimit,
        LongAdder byFailure) {
    Interface(String name, MacAddress mac) {
        this(name, mac, new LongAdder(), new LongAdder(), new LongAdder(), new LongAdder());
    }

    long leftOut() {
        return byQueue.sum() + byLimit.sum() + byFailure.sum();
    }
}
