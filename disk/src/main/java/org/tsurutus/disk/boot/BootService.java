package org.tsurutus.disk.boot;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.disk.DiskException;

/// All that PCs need to boot without a disk, at one interface: addresses, boot programs, scripts.
///
/// A leased PC learns the address of its script, with the lease's secret in it, from DHCP: that
/// answers one card, where whoever can reach a web server could ask it for any card's script.
///
/// ```java
/// HostInterface at = HostInterface.find("br0", range);
/// try (BootService service = BootService.start(new BootPlan(at, range, pcs), leases, folder, log)) {
///     service.serve();
/// }
/// ```
public final class BootService implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofSeconds(3);
    private static final Duration GLANCE = Duration.ofMillis(250);

    /// No secret is so short.
    private static final String NO_SECRET = "wait";

    private final BootPlan plan;
    private final CurrentLeases leases;
    private final BootEndpoint endpoint;
    private final DhcpConfiguration configuration;
    private final DhcpServer dhcp;
    private String told;

    private BootService(BootPlan plan, CurrentLeases leases, BootEndpoint endpoint, Path folder) {
        this.plan = plan;
        this.leases = leases;
        this.endpoint = endpoint;
        this.configuration = new DhcpConfiguration(plan);
        this.told = scripts();
        this.dhcp = DhcpServer.start(configuration, folder, told);
    }

    /// Starts to answer PCs.
    ///
    /// @param leases asked again and again
    /// @param folder for the files of `dnsmasq`, whose user must be able to enter it
    /// @param log is told of every ask for a script, by several threads at once
    /// @throws DiskException when the host lacks something, or another server runs there
    public static BootService start(
            BootPlan plan, CurrentLeases leases, Path folder, Consumer<BootAsk> log) {
        BootEndpoint endpoint = BootEndpoint.start(plan, leases, PAUSE, log);
        try {
            return new BootService(plan, leases, endpoint, folder);
        } catch (DiskException e) {
            endpoint.close();
            throw e;
        }
    }

    /// What [#start] does that needs privileges, and what `dnsmasq` is told, one line each.
    public static List<String> rehearse(BootPlan plan, Path folder) {
        List<String> lines = new ArrayList<>();
        lines.add(
                "listen at "
                        + plan.at().address().getHostAddress()
                        + ":"
                        + plan.port()
                        + " (HTTP)");
        lines.add(String.join(" ", DhcpServer.words(folder)));
        new DhcpConfiguration(plan)
                .text(DhcpServer.scriptsFile(folder))
                .lines()
                .map(line -> "  " + line)
                .forEach(lines::add);
        return lines;
    }

    /// Looks at the leases again. Between a lease's beginning and this, its PC waits; a lease that
    /// has ended is refused at once.
    ///
    /// @throws DiskException when the leases cannot be told, or the DHCP server has ended
    public synchronized void refresh() {
        dhcp.requireAlive();
        String now = scripts();
        if (!now.equals(told)) {
            dhcp.tell(now);
            told = now;
        }
    }

    /// Serves until the thread is interrupted.
    ///
    /// @throws DiskException as [#refresh] does
    public void serve() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                refresh();
                Thread.sleep(GLANCE);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private String scripts() {
        Map<BootPc, String> urls = new HashMap<>();
        for (BootPc pc : plan.pcs()) {
            Optional<BootLease> lease = leases.of(pc.name());
            urls.put(pc, endpoint.url(pc, lease.map(it -> it.secret().text()).orElse(NO_SECRET)));
        }
        return configuration.scripts(urls);
    }

    @Override
    public void close() {
        dhcp.close();
        endpoint.close();
    }
}
