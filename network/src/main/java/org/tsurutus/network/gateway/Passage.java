package org.tsurutus.network.gateway;

import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.tsurutus.network.endpoint.EndpointCounts;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lines.LineFile;
import org.tsurutus.network.packet.Ipv4Address;

/// What all that goes through a gateway has in common; guarded by the endpoint's lock.
final class Passage {
    private static final long MOST_LINES = 1_000_000;
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    final GatewayPolicy policy;
    final Selector selector;
    final InstantSource clock;
    final RateLimit bytes;
    private final LanPlan plan;
    private final RateLimit begun;
    private final LineFile lines;
    private int open;
    private long forwarded;
    private long refused;
    private long limited;
    private long failed;
    private long dropped;
    private long bytesOut;
    private long bytesIn;
    private Instant flushed;

    Passage(
            GatewayPolicy policy,
            LanPlan plan,
            Path folder,
            Selector selector,
            InstantSource clock) {
        Instant now = clock.instant();
        this.policy = policy;
        this.plan = plan;
        this.selector = selector;
        this.clock = clock;
        this.bytes = new RateLimit(policy.bytesPerSecond(), SECOND, now);
        this.begun = new RateLimit(policy.connectionsPerMinute(), MINUTE, now);
        this.lines = LineFile.begin(folder.resolve("gateway.jsonl"), MOST_LINES);
        this.flushed = now;
    }

    /// Whether something may begin.
    ///
    /// @param refusal why the policy is against it, if it is
    /// @return the same or another reason against it; if there is none, it is counted as begun and
    ///   [#end] must follow
    Optional<String> begin(Optional<String> refusal) {
        if (refusal.isPresent()) {
            refused++;
            return refusal;
        }
        if (open >= policy.connections()) {
            limited++;
            return Optional.of("there are " + open + " already");
        }
        if (begun.available(clock.instant()) < 1) {
            limited++;
            return Optional.of("too many began within a minute");
        }
        begun.take(1);
        open++;
        forwarded++;
        return Optional.empty();
    }

    void end() {
        open--;
    }

    void fail() {
        failed++;
    }

    void drop() {
        dropped++;
    }

    /// How many bytes may go through now.
    int room(int wanted) {
        return (int) Math.min(wanted, Math.max(0, bytes.available(clock.instant())));
    }

    void out(long count) {
        bytes.take(count);
        bytesOut += count;
    }

    void in(long count) {
        bytes.take(count);
        bytesIn += count;
    }

    /// Whom a PC's call goes to: names are asked of the resolver, not of us.
    Ipv4Address destination(Ipv4Address server, int port) {
        boolean isOurs = server.equals(plan.own()) && port == 53;
        return isOurs ? policy.resolver().orElse(server) : server;
    }

    void tell(Call call, Instant began, boolean isForwarded, String outcome, long out, long in) {
        Ipv4Address destination = destination(call.server(), call.serverPort());
        lines.add(
                new GatewayLine(
                        began,
                        clock.instant(),
                        plan.nameOf(call.mac()),
                        policy.name(),
                        call.transport(),
                        call.client(),
                        call.clientPort(),
                        call.server(),
                        call.serverPort(),
                        destination.equals(call.server())
                                ? Optional.empty()
                                : Optional.of(destination),
                        isForwarded,
                        outcome,
                        out,
                        in));
    }

    void tick(Instant now) {
        if (Duration.between(flushed, now).abs().compareTo(SECOND) >= 0) {
            flushed = now;
            lines.flush();
        }
    }

    GatewayCounts counts(EndpointCounts endpoint) {
        return new GatewayCounts(
                forwarded,
                refused,
                limited,
                failed,
                dropped,
                bytesOut,
                bytesIn,
                lines.written(),
                lines.lost(),
                endpoint);
    }

    void close() {
        lines.close();
    }
}
