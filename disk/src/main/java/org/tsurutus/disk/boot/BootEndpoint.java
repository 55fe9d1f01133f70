package org.tsurutus.disk.boot;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// Answers PCs that ask for their script, each under an address of its own: `/boot/PC/SECRET.ipxe`.
/// Only a PC that is leased, asks from its own address and knows the lease's secret is told where
/// its disk is and how to log in there. Another PC of the plan gets a script that waits; nobody
/// else gets any.
public final class BootEndpoint implements AutoCloseable {
    private static final Pattern PATH =
            Pattern.compile("/boot/(" + BootPc.NAME + ")/([A-Za-z0-9_-]{1,64})\\.ipxe");
    private static final int BACKLOG = 128;

    /// The JDK's server knows its limits from properties of the whole process, read once.
    private static final Map<String, String> LIMITS =
            Map.of(
                    "jdk.httpserver.maxConnections", "256",
                    "sun.net.httpserver.maxReqTime", "10",
                    "sun.net.httpserver.maxRspTime", "10");

    private final BootPlan plan;
    private final CurrentLeases leases;
    private final Duration pause;
    private final Consumer<BootAsk> log;
    private final HttpServer server;
    private final ExecutorService threads;

    private BootEndpoint(
            BootPlan plan,
            CurrentLeases leases,
            Duration pause,
            Consumer<BootAsk> log,
            HttpServer server) {
        this.plan = plan;
        this.leases = leases;
        this.pause = pause;
        this.log = log;
        this.server = server;
        this.threads = Executors.newVirtualThreadPerTaskExecutor();
    }

    /// Starts to answer, at the plan's interface alone.
    ///
    /// @param pause how long a PC waits before it asks again, in whole seconds
    /// @param log is told of every ask, by several threads at once
    /// @throws DiskException when the port is taken
    public static BootEndpoint start(
            BootPlan plan, CurrentLeases leases, Duration pause, Consumer<BootAsk> log) {
        LIMITS.forEach((limit, value) -> System.getProperties().putIfAbsent(limit, value));
        InetSocketAddress address = new InetSocketAddress(plan.at().address(), plan.port());
        try {
            HttpServer server = HttpServer.create(address, BACKLOG);
            BootEndpoint endpoint = new BootEndpoint(plan, leases, pause, log, server);
            server.createContext("/", endpoint::handle);
            server.setExecutor(endpoint.threads);
            server.start();
            return endpoint;
        } catch (IOException e) {
            throw new DiskException(
                    "cannot answer PCs at " + address + ": " + e + "; is the port taken?", e);
        }
    }

    /// Where a PC asks while this secret holds.
    String url(BootPc pc, String secret) {
        InetSocketAddress address = server.getAddress();
        return "http://%s:%d/boot/%s/%s.ipxe"
                .formatted(
                        plan.at().address().getHostAddress(), address.getPort(), pc.name(), secret);
    }

    /// What is answered, and what the log says of it.
    private record Reply(int status, String script, BootAsk.Answer answer, String why) {
        static Reply refused(int status, String why) {
            return new Reply(status, "", BootAsk.Answer.REFUSED, why);
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            InetAddress from = exchange.getRemoteAddress().getAddress();
            Matcher matcher = PATH.matcher(path == null ? "" : path);
            Optional<BootPc> pc = matcher.matches() ? plan.pc(matcher.group(1)) : Optional.empty();
            Reply reply;
            if (!exchange.getRequestMethod().equals("GET")) {
                reply = Reply.refused(405, "only GET is answered");
            } else if (pc.isEmpty()) {
                reply = Reply.refused(404, "no PC of the plan");
            } else {
                reply = reply(pc.get(), matcher.group(2), from);
            }
            String asked = pc.map(BootPc::name).orElseGet(() -> BootAsk.harmless("" + path));
            log.accept(
                    new BootAsk(
                            Instant.now(),
                            from.getHostAddress(),
                            asked,
                            reply.answer(),
                            reply.why()));
            send(exchange, reply);
        }
    }

    private Reply reply(BootPc pc, String guess, InetAddress from) {
        Optional<BootLease> lease;
        try {
            lease = leases.of(pc.name());
        } catch (DiskException e) {
            return waits(pc, "whether it is leased cannot be told: " + e.getMessage());
        }
        Inet4Address own = plan.address(pc);
        if (!own.equals(from)) {
            return waits(pc, "asked from elsewhere than " + own.getHostAddress());
        }
        if (lease.isEmpty()) {
            return waits(pc, "not leased");
        }
        if (!lease.get().secret().isKnownAs(guess)) {
            return waits(pc, "not with its lease's secret");
        }
        String script = BootScript.start(pc, lease.get(), (int) pause.toSeconds());
        return new Reply(200, script, BootAsk.Answer.STARTS, "from " + lease.get().target());
    }

    private Reply waits(BootPc pc, String why) {
        String script = BootScript.wait(pc, (int) pause.toSeconds());
        return new Reply(200, script, BootAsk.Answer.WAITS, why);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.script().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    /// Stops to answer.
    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
