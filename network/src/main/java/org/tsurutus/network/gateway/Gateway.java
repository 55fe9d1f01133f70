package org.tsurutus.network.gateway;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.endpoint.Endpoint;
import org.tsurutus.network.endpoint.EndpointCounts;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lan.Lan;

/// The way out of a run's LAN. There is none unless a machine's configuration names one.
public final class Gateway implements AutoCloseable {
    /// What its port is called.
    public static final String OWNER = "gateway";

    private final Selector selector;
    private final Passage passage;
    private final Endpoint endpoint;
    private final Forwarding forwarding;
    private final Thread thread;

    private Gateway(Selector selector, Passage passage, Endpoint endpoint, Forwarding forwarding) {
        this.selector = selector;
        this.passage = passage;
        this.endpoint = endpoint;
        this.forwarding = forwarding;
        this.thread = Thread.ofPlatform().daemon().name(OWNER).unstarted(this::run);
    }

    /// Opens the way.
    ///
    /// @param plan our own address, and those of the PCs
    /// @param policy what may go out
    /// @param folder where `gateway.jsonl` goes
    /// @param clock for times, timeouts and rates
    /// @throws NetworkException when the folder has such a file already, or the LAN is closed
    public static Gateway start(
            Lan lan, LanPlan plan, GatewayPolicy policy, Path folder, InstantSource clock) {
        try {
            Selector selector = Selector.open();
            Passage passage = new Passage(policy, plan, folder, selector, clock);
            Forwarding[] made = new Forwarding[1];
            Endpoint endpoint =
                    Endpoint.start(
                            lan,
                            OWNER,
                            plan,
                            clock,
                            end -> {
                                made[0] = new Forwarding(passage, plan, end);
                                return made[0];
                            });
            Gateway gateway = new Gateway(selector, passage, endpoint, made[0]);
            gateway.thread.start();
            return gateway;
        } catch (IOException e) {
            throw new NetworkException("cannot open the gateway " + policy.name() + ": " + e, e);
        }
    }

    private void run() {
        try {
            while (selector.isOpen()) {
                selector.select();
                List<SelectionKey> ready = List.copyOf(selector.selectedKeys());
                selector.selectedKeys().clear();
                endpoint.hold(() -> ready.forEach(this::move));
            }
        } catch (IOException | ClosedSelectorException _) {
            // closed
        }
    }

    private void move(SelectionKey key) {
        if (key.isValid() && key.attachment() instanceof Forward forward) {
            try {
                forward.move();
            } catch (RuntimeException _) {
                passage.fail();
                key.cancel();
            }
        }
    }

    /// What went through so far.
    public GatewayCounts counts() {
        EndpointCounts counts = endpoint.counts();
        return endpoint.holding(() -> passage.counts(counts));
    }

    /// Hangs up on everybody and closes the way.
    @Override
    public void close() {
        endpoint.hold(forwarding::end);
        endpoint.close();
        try {
            selector.close();
        } catch (IOException _) {
            // it is closed
        }
        endpoint.holding(() -> {
            passage.close();
            return passage;
        });
    }
}
