package org.tsurutus.disk.boot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.KeptProcess;

/// A process that answers PCs in a [LabNetwork], as a controller's would.
public final class BootHost implements AutoCloseable {
    private final Process process;
    private final LogFile log;

    private BootHost(Process process, LogFile log) {
        this.process = process;
        this.log = log;
    }

    /// The process: `FOLDER NAME=CARD…` answers at `br0`, with leases from the folder `leases` in
    /// there, and says every ask.
    static void main(String[] arguments) {
        Path folder = Path.of(arguments[0]);
        AddressRange range = AddressRange.parse("172.31.77.11-172.31.77.40");
        List<BootPc> pcs =
                Stream.of(arguments)
                        .skip(1)
                        .map(word -> word.split("="))
                        .map(pair -> new BootPc(pair[0], new MacAddress(pair[1])))
                        .toList();
        BootPlan plan = new BootPlan(HostInterface.find("br0", range), range, pcs);
        CurrentLeases leases = new LeaseNotes(folder.resolve("leases"));
        try (BootService service =
                BootService.start(
                        plan,
                        leases,
                        folder.resolve("dhcp"),
                        ask -> System.out.println(ask.line()))) {
            System.out.println("serving");
            service.serve();
        } catch (DiskException e) {
            System.out.println(e.getMessage());
        }
    }

    /// Starts one and waits until it answers.
    public static BootHost start(LabNetwork network, Path folder, List<BootPc> pcs)
            throws IOException, InterruptedException {
        // The user that dnsmasq runs as has to pass.
        Files.setPosixFilePermissions(folder, passable(folder));
        List<String> words =
                new ArrayList<>(
                        network.inside(
                                "setpriv",
                                "--pdeathsig",
                                "KILL",
                                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                BootHost.class.getName(),
                                folder.toString()));
        for (BootPc pc : pcs) {
            words.add(pc.name() + "=" + pc.mac());
        }
        Path file = folder.resolve("boot-host.log");
        Process process = KeptProcess.start(words, file);
        BootHost host = new BootHost(process, new LogFile(file, process));
        host.log.await("serving", 30);
        return host;
    }

    private static Set<PosixFilePermission> passable(Path folder) throws IOException {
        Set<PosixFilePermission> all = new HashSet<>(Files.getPosixFilePermissions(folder));
        all.addAll(PosixFilePermissions.fromString("--x--x--x"));
        return all;
    }

    /// What it has said so far.
    public LogFile log() {
        return log;
    }

    /// Ends it as `kill -9` does.
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
