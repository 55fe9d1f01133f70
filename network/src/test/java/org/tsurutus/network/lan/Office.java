package org.tsurutus.network.lan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// A LAN with some PCs on it, named pc0, pc1 …
final class Office implements AutoCloseable {
    private static final int EXPERIMENTAL = 0x88b5;
    private static final long LONG_ENOUGH = 20_000_000_000L;

    final Lan lan;
    private final Path folder;
    private final List<PcEnd> ends = new ArrayList<>();

    Office(Path folder, int pcs) throws IOException {
        this(folder, pcs, FrameTap.NONE);
    }

    Office(Path folder, int pcs, FrameTap tap) throws IOException {
        this.folder = folder;
        this.lan = Lan.open("office", tap);
        for (int pc = 0; pc < pcs; pc++) {
            ends.add(PcEnd.connect(listen(pc)));
        }
        for (int pc = 0; pc < pcs; pc++) {
            awaitConnected(pc);
        }
    }

    /// Opens the port of another PC, to which the caller connects.
    Path listen(int pc) {
        Path socket = folder.resolve("pc" + pc + ".socket");
        lan.listen("pc" + pc, mac(pc), socket);
        return socket;
    }

    /// A socket that was connected is heard only after the switch has taken it.
    private void awaitConnected(int pc) throws IOException {
        ends.get(pc).send(frame(mac(pc), mac(pc), "here I am"));
        await(pc, counts -> counts.lost().get(Loss.OWN_SIDE) == 1);
    }

    /// Waits until the counts of a PC's port are as they should be.
    PortCounts await(int pc, Predicate<PortCounts> isReached) {
        long end = System.nanoTime() + LONG_ENOUGH;
        PortCounts counts = lan.counts().port("pc" + pc);
        while (!isReached.test(counts)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("this did not change: " + counts);
            }
            LockSupport.parkNanos(1_000_000);
            counts = lan.counts().port("pc" + pc);
        }
        return counts;
    }

    PcEnd pc(int number) {
        return ends.get(number);
    }

    static MacAddress mac(int pc) {
        return new MacAddress(0x5254_0000_0000L + pc);
    }

    static Octets frame(MacAddress source, MacAddress target, String text) {
        return frame(source, target, text.getBytes(StandardCharsets.UTF_8));
    }

    static Octets frame(MacAddress source, MacAddress target, byte[] payload) {
        return Ethernet.of(source, target, EXPERIMENTAL, Octets.of(payload)).octets();
    }

    @Override
    public void close() throws IOException {
        lan.close();
        for (PcEnd end : ends) {
            end.close();
        }
    }
}
