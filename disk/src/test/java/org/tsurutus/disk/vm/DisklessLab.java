package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.boot.BootHost;
import org.tsurutus.disk.boot.BootLease;
import org.tsurutus.disk.boot.BootPc;
import org.tsurutus.disk.boot.BootSecret;
import org.tsurutus.disk.boot.DisklessPc;
import org.tsurutus.disk.boot.DisklessPc.Firmware;
import org.tsurutus.disk.boot.LabNetwork;
import org.tsurutus.disk.boot.LeaseNotes;
import org.tsurutus.disk.boot.MacAddress;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.Lio;

/// PCs without any disk, a storage VM with one base for all of them, and the controller's process,
/// alone in a network namespace.
final class DisklessLab implements AutoCloseable {
    private static final String STORAGE = "172.31.77.2";

    private final Path folder;
    private final List<BootPc> pcs;
    private final LabNetwork network;
    private final StorageVm storage;
    private final BootHost host;
    private final LeaseNotes leases;
    private final long size;
    private final String cleanSector;

    private DisklessLab(Path folder, List<BootPc> pcs, LabNetwork network, StorageVm storage)
            throws Exception {
        Path image = folder.resolve("image");
        this.folder = folder;
        this.pcs = pcs;
        this.network = network;
        this.storage = storage;
        this.size = Files.size(image);
        this.cleanSector = Hashes.sha256(Arrays.copyOf(Files.readAllBytes(image), 512));
        this.host = BootHost.start(network, folder, pcs);
        this.leases = new LeaseNotes(folder.resolve("leases"));
    }

    /// Starts all but the PCs, which are called `pc1` and so on.
    static DisklessLab start(Path folder, int pcs) throws Exception {
        Files.copy(StorageImage.client(), folder.resolve("image"));
        LabNetwork network = LabNetwork.start(pcs);
        VmNetwork tap = VmNetwork.tap(network.prefix(), "t0", STORAGE + "/24");
        List<BootPc> named =
                IntStream.rangeClosed(1, pcs)
                        .mapToObj(number ->
                                new BootPc(
                                        "pc" + number, new MacAddress("52:54:00:77:00:0" + number)))
                        .toList();
        DisklessLab lab = new DisklessLab(folder, named, network, StorageVm.start(folder, tap));
        lab.importTheImage();
        return lab;
    }

    private void importTheImage() throws IOException {
        storage.ask("store one create");
        storage.ask("store one import golden /dev/disk-image raw");
    }

    @Override
    public void close() throws IOException {
        host.close();
        storage.close();
        network.close();
    }

    /// What a PC says of sector 0 while nobody wrote there.
    String clean() {
        return "sector 0 is " + cleanSector;
    }

    /// The controller's process.
    BootHost host() {
        return host;
    }

    /// Switches a PC on, leased or not.
    DisklessPc start(int number, Firmware firmware, String order)
            throws IOException, InterruptedException {
        return DisklessPc.start(
                network, "t" + number, pcs.get(number - 1), firmware, order, folder);
    }

    /// Leases a PC a disk for a run: a snapshot of the base, offered to it alone.
    Run begin(int number) throws IOException {
        BootPc pc = pcs.get(number - 1);
        Run run = new Run(pc.name(), number);
        Chap chap = new Chap(pc.name(), BootSecret.fresh().text());
        String disk = storage.ask("leases one lease " + pc.name() + " " + size).getFirst();
        storage.ask(
                "export lio %s %s rw %s %s %s"
                        .formatted(
                                run.target(), disk, run.initiator(), chap.user(), chap.secret()));
        leases.lease(
                pc.name(),
                new BootLease(
                        BootSecret.fresh(),
                        Inet4Address.ofLiteral(STORAGE),
                        3260,
                        Lio.LUN,
                        run.target(),
                        run.initiator(),
                        chap));
        return run;
    }

    /// A run, until it is closed.
    final class Run implements AutoCloseable {
        private final String name;
        private final int number;

        private Run(String name, int number) {
            this.name = name;
            this.number = number;
        }

        String target() {
            return "iqn.2026-01.org.tsurutus:boot." + name;
        }

        private String initiator() {
            return "iqn.2026-01.org.tsurutus:client." + name;
        }

        /// Switches its PC on.
        DisklessPc start(Firmware firmware, String order) throws IOException, InterruptedException {
            return DisklessLab.this.start(number, firmware, order);
        }

        /// Keeps the disk as it is now, while its PC goes on.
        void keep(String moment) throws IOException {
            storage.ask("store one checkpoint " + name + " " + moment);
        }

        /// Sector 0 at a moment that was kept, in hexadecimal.
        String sector0(String moment) throws IOException {
            return storage.ask("store one bytes " + name + " " + moment + " 0 512").getFirst();
        }

        /// What the specimen changed, seen from below when the PC is off.
        List<String> evidence() throws IOException {
            end();
            return storage.ask("leases one evidence " + name);
        }

        /// Whether or not the PC took its leave.
        private void end() throws IOException {
            leases.end(name);
            storage.ask("export cut " + target());
            assertThat(storage.ask("export sessions " + target())).isEmpty();
            storage.ask("export withdraw " + target());
        }

        /// Gives the disk back, and reads that every sector is the base's.
        @Override
        public void close() throws IOException {
            end();
            assertThat(storage.ask("leases one return " + name)).containsExactly("Verified[]");
            assertThat(storage.ask("leases one evidence " + name + " everywhere")).isEmpty();
        }
    }
}
