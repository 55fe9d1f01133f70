package org.tsurutus.disk.boot;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.KeptProcess;

/// A `dnsmasq` of our own, for DHCP and TFTP at one interface. It is never root: it gets the three
/// capabilities that it needs and nothing else. It does not outlive the controller: the kernel ends
/// it when the thread that started it ends (`PR_SET_PDEATHSIG`), so that thread lives as long as it
/// does. A server that gave up root by itself would lose that tie.
final class DhcpServer implements AutoCloseable {
    private static final String USER = "dnsmasq";
    private static final String RIGHTS = "-all,+net_admin,+net_raw,+net_bind_service";
    private static final String READY = "dnsmasq-dhcp";
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Path folder;

    private DhcpServer(Process process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /// Starts it and waits until it listens.
    ///
    /// @param folder for its files; the user `dnsmasq` must be able to enter it
    /// @param scripts as [DhcpConfiguration#scripts] says
    /// @throws DiskException when it is not installed or refuses, with what it said
    static DhcpServer start(DhcpConfiguration configuration, Path folder, String scripts) {
        Path file = configurationFile(folder);
        Path log = folder.resolve("dnsmasq.log");
        try {
            Files.createDirectories(folder);
            hand(file, configuration.text(scriptsFile(folder)));
            hand(scriptsFile(folder), scripts);
            DhcpServer server = new DhcpServer(KeptProcess.start(words(folder), log), folder);
            server.await();
            return server;
        } catch (IOException e) {
            throw new DiskException(
                    "cannot start dnsmasq for PCs without a disk: "
                            + e
                            + "; it needs root, and Debian's dnsmasq-base and ipxe",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException("interrupted while dnsmasq was starting", e);
        }
    }

    static Path scriptsFile(Path folder) {
        return folder.resolve("scripts");
    }

    private static Path configurationFile(Path folder) {
        return folder.resolve("dnsmasq.conf");
    }

    /// What is started.
    static List<String> words(Path folder) {
        List<String> words = new ArrayList<>(List.of("setpriv", "--reuid", USER));
        words.addAll(List.of("--regid", "nogroup", "--clear-groups", "--no-new-privs"));
        words.addAll(List.of("--bounding-set", RIGHTS, "--inh-caps", RIGHTS));
        words.addAll(List.of("--ambient-caps", RIGHTS, "--pdeathsig", "KILL", "--"));
        words.addAll(
                List.of(
                        "dnsmasq",
                        "--keep-in-foreground",
                        "--conf-file=" + configurationFile(folder)));
        words.addAll(List.of("--user=" + USER, "--pid-file=", "--log-facility=-"));
        return words;
    }

    /// Gives `dnsmasq` a file that only it can read; there are secrets in it.
    private static void hand(Path file, String text) throws IOException {
        Path made = file.resolveSibling("." + file.getFileName());
        Files.deleteIfExists(made);
        Files.createFile(
                made,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(made, text);
        Files.setOwner(
                made,
                made.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(USER));
        Files.move(made, file, StandardCopyOption.ATOMIC_MOVE);
    }

    private void await() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!said().contains(READY)) {
            requireAlive();
            if (System.nanoTime() > end) {
                close();
                throw new DiskException("dnsmasq did not come up: " + said().strip());
            }
            process.waitFor(10, TimeUnit.MILLISECONDS);
        }
        requireAlive();
    }

    /// Has it read where PCs ask for their scripts from now on.
    void tell(String scripts) {
        try {
            hand(scriptsFile(folder), scripts);
        } catch (IOException e) {
            throw new DiskException("cannot tell dnsmasq the PCs' scripts: " + e, e);
        }
        HostTool.of("kill", "-HUP", Long.toString(process.pid())).run();
    }

    /// @throws DiskException when it has ended, with the end of what it said
    void requireAlive() {
        if (!process.isAlive()) {
            throw new DiskException(
                    "dnsmasq has ended: "
                            + said().strip()
                            + "; does another DHCP server run at that interface?");
        }
    }

    /// The start of what it said.
    private String said() {
        try {
            return new String(
                    Files.readAllBytes(folder.resolve("dnsmasq.log")), StandardCharsets.UTF_8);
        } catch (IOException e) {
            return "(what it said cannot be read: " + e + ")";
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                process.destroyForcibly().onExit().join();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
