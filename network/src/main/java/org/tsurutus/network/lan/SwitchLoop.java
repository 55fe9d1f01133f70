package org.tsurutus.network.lan;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// The one thread of a LAN: waits until a port has something to say or can hear again. However it
/// ends, all ports are closed.
final class SwitchLoop implements Runnable {
    private final Selector selector;
    private final Fabric fabric;
    private final ByteBuffer local = ByteBuffer.allocateDirect(Wire.BUFFER);
    private final AtomicReference<@Nullable String> ended = new AtomicReference<>();

    SwitchLoop(Selector selector, Fabric fabric) {
        this.selector = selector;
        this.fabric = fabric;
    }

    /// Why it ended or shall end; empty as long as it goes on.
    Optional<String> ended() {
        return Optional.ofNullable(ended.get());
    }

    /// Cuts all ports, now.
    void end(String why) {
        ended.compareAndSet(null, why);
        closePorts();
        selector.wakeup();
    }

    @Override
    public void run() {
        try {
            boolean isBehind = false;
            while (ended.get() == null) {
                if (isBehind) {
                    selector.selectNow(this::ready);
                } else {
                    selector.select(this::ready);
                }
                isBehind = takeLocal();
            }
        } catch (IOException | RuntimeException | Error e) {
            ended.compareAndSet(null, "the switch failed: " + e);
        } finally {
            ended.compareAndSet(null, "the switch ended");
            closePorts();
            closeSelector();
        }
    }

    private void ready(SelectionKey key) {
        if (key.attachment() instanceof StreamPort port) {
            port.ready(key);
        }
    }

    /// Hands on what came from within this process.
    ///
    /// @return whether there is more
    private boolean takeLocal() {
        boolean isBehind = false;
        for (Port port : fabric.ports()) {
            if (port instanceof LocalPort inside && inside.member().isOpen()) {
                isBehind |= inside.drainInto(local.clear());
                fabric.take(inside, local, local.position());
            }
        }
        return isBehind;
    }

    private void closePorts() {
        String why = "the LAN was closed: " + ended().orElse("");
        fabric.ports().forEach(port -> port.close(why));
    }

    /// Only now are the sockets of closed ports gone for the other side.
    private void closeSelector() {
        try {
            selector.close();
        } catch (IOException _) {
            // the ports are closed, which is what counts
        }
    }
}
