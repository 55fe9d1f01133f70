package org.tsurutus.network.answer;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.endpoint.Datagram;
import org.tsurutus.network.endpoint.DhcpServer;
import org.tsurutus.network.endpoint.Endpoint;
import org.tsurutus.network.endpoint.EndpointCounts;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.endpoint.Ping;
import org.tsurutus.network.endpoint.Service;
import org.tsurutus.network.endpoint.TcpHandler;
import org.tsurutus.network.endpoint.TcpLink;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;

/// The answers of a simulated network on a run's LAN: addresses, names, pages, mail, and an open
/// ear for everything else. No socket is opened: what PCs say never leaves this process.
///
/// ```
/// try (Answers answers = Answers.start(lan, plan, script, authority, netFolder, clock)) { … }
/// ```
public final class Answers implements AutoCloseable {
    /// What its port is called.
    public static final String OWNER = "answers";

    private final AnswerLog log;
    private final Endpoint endpoint;

    private Answers(AnswerLog log, Endpoint endpoint) {
        this.log = log;
        this.endpoint = endpoint;
    }

    /// Begins to answer.
    ///
    /// @param plan our own address, and those of the PCs
    /// @param script what is answered otherwise than usual
    /// @param authority who says that we are whom the PCs call
    /// @param folder where `answers.jsonl` and `received` go
    /// @param clock for times and timeouts
    /// @throws NetworkException when the folder holds answers already, or the LAN is closed
    public static Answers start(
            Lan lan,
            LanPlan plan,
            AnswerScript script,
            CertificateAuthority authority,
            Path folder,
            InstantSource clock) {
        AnswerLog log = new AnswerLog(plan, clock, folder);
        DnsNames names = new DnsNames(plan);
        Desk desk = new Desk(log, script, names, new DnsAnswers(names, log), authority, clock);
        try {
            return new Answers(
                    log,
                    Endpoint.start(
                            lan, OWNER, plan, clock, end -> new Everything(desk, plan, end)));
        } catch (NetworkException e) {
            log.close();
            throw e;
        }
    }

    /// What was answered so far.
    public AnswerCounts counts() {
        EndpointCounts counts = endpoint.counts();
        return endpoint.holding(() -> log.counts(counts));
    }

    /// Hangs up, tells what was begun, and leaves the LAN.
    @Override
    public void close() {
        endpoint.close();
        endpoint.holding(() -> {
            log.close();
            return log;
        });
    }

    /// Whatever is asked.
    private record Everything(Desk desk, LanPlan plan, DhcpServer dhcp, Endpoint endpoint)
            implements Service {
        Everything(Desk desk, LanPlan plan, Endpoint endpoint) {
            this(desk, plan, new DhcpServer(plan), endpoint);
        }

        @Override
        public TcpHandler called(TcpLink link) {
            Optional<String> name = desk.names().name(link.ends().server());
            Visit visit = new Visit(desk, Asker.of(link), name, false);
            link.open();
            return new LinkTalk(link, desk, outlet -> FirstBytes.of(visit, outlet));
        }

        @Override
        public void heard(Datagram datagram) {
            if (datagram.serverPort() == DhcpServer.PORT) {
                answerDhcp(datagram);
            } else if (!isToAll(datagram)) {
                if (datagram.serverPort() == DnsAnswers.PORT) {
                    desk.dns()
                            .answer(Asker.of(datagram), datagram.payload())
                            .ifPresent(answer -> endpoint.send(datagram.with(answer)));
                } else {
                    tellUnanswered(datagram);
                }
            }
        }

        /// Whether it is for the PCs, too: they may answer.
        private boolean isToAll(Datagram datagram) {
            Ipv4Address server = datagram.server();
            return server.equals(Ipv4Address.BROADCAST)
                    || (plan.isInside(server) && !server.equals(plan.own()));
        }

        private void answerDhcp(Datagram datagram) {
            DhcpServer.Answer answer = dhcp.answer(datagram);
            answer.reply().ifPresent(endpoint::send);
            desk.log()
                    .tell(
                            Asker.of(datagram),
                            "dhcp",
                            answer.name(),
                            answer.asked(),
                            answer.answered(),
                            Optional.empty(),
                            Optional.empty());
        }

        private void tellUnanswered(Datagram datagram) {
            Octets payload = datagram.payload();
            desk.log()
                    .tell(
                            Asker.of(datagram),
                            "udp",
                            desk.names().name(datagram.server()),
                            AnswerLog.preview(payload),
                            "nothing",
                            Optional.empty(),
                            desk.log().receive(payload));
        }

        @Override
        public boolean pinged(Ping ping) {
            desk.log()
                    .tell(
                            Asker.of(ping),
                            "ping",
                            desk.names().name(ping.server()),
                            ping.bytes() + " bytes",
                            "the same",
                            Optional.empty(),
                            Optional.empty());
            return true;
        }

        @Override
        public void tick(Instant now) {
            desk.log().tick(now);
        }
    }
}
