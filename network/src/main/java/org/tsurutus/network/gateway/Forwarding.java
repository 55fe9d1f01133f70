package org.tsurutus.network.gateway;

import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.network.endpoint.Datagram;
import org.tsurutus.network.endpoint.DhcpServer;
import org.tsurutus.network.endpoint.Endpoint;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.endpoint.Ping;
import org.tsurutus.network.endpoint.Service;
import org.tsurutus.network.endpoint.TcpHandler;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.packet.Ipv4Address;

/// Asks the policy about every call, and forwards what it allows.
final class Forwarding implements Service {
    private final Passage passage;
    private final LanPlan plan;
    private final Endpoint endpoint;
    private final DhcpServer dhcp;
    private final Map<Call, UdpForward> talks = new HashMap<>();

    Forwarding(Passage passage, LanPlan plan, Endpoint endpoint) {
        this.passage = passage;
        this.plan = plan;
        this.endpoint = endpoint;
        this.dhcp = new DhcpServer(plan);
    }

    @Override
    public TcpHandler called(TcpLink link) {
        Call call = Call.of(link);
        Ipv4Address destination = passage.destination(call.server(), call.serverPort());
        Optional<String> against =
                passage.begin(passage.policy.refusesTcp(destination, call.serverPort()));
        if (against.isPresent()) {
            refuse(call, against.get());
            link.reset();
            return new Refused();
        }
        try {
            return new TcpForward(link, passage, destination);
        } catch (IOException e) {
            passage.end();
            passage.fail();
            refuse(call, "it could not be called: " + e.getMessage());
            link.reset();
            return new Refused();
        }
    }

    private void refuse(Call call, String why) {
        passage.tell(call, passage.clock.instant(), false, why, 0, 0);
    }

    @Override
    public void heard(Datagram datagram) {
        if (datagram.serverPort() == DhcpServer.PORT) {
            dhcp.answer(datagram).reply().ifPresent(endpoint::send);
            return;
        }
        boolean isToAll =
                datagram.server().equals(Ipv4Address.BROADCAST)
                        || datagram.server().equals(plan.broadcast());
        if (isToAll) {
            return;
        }
        Call call = Call.of(datagram);
        UdpForward talk = talks.get(call);
        if (talk != null && !talk.isClosed()) {
            talk.send(datagram.payload());
            return;
        }
        begin(call, datagram);
    }

    private void begin(Call call, Datagram datagram) {
        Ipv4Address destination = passage.destination(call.server(), call.serverPort());
        Optional<String> against =
                passage.begin(passage.policy.refusesUdp(destination, call.serverPort()));
        if (against.isPresent()) {
            refuse(call, against.get());
            return;
        }
        try {
            UdpForward talk = new UdpForward(datagram, passage, endpoint, destination);
            talks.put(call, talk);
            talk.send(datagram.payload());
        } catch (IOException e) {
            passage.end();
            passage.fail();
            refuse(call, "it could not be asked: " + e.getMessage());
        }
    }

    /// Only our own address answers: a ping of others would have to be made up.
    @Override
    public boolean pinged(Ping ping) {
        return ping.server().equals(plan.own());
    }

    @Override
    public void tick(Instant now) {
        talks.values().forEach(talk -> talk.tick(now));
        talks.values().removeIf(UdpForward::isClosed);
        passage.tick(now);
    }

    void end() {
        List.copyOf(talks.values()).forEach(talk -> talk.end("the run ended"));
    }
}
