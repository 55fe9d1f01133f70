package org.tsurutus.farm.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Home;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.FileList;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.image.ImageStore;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.farm.machine.qemu.AcceleratorProbe;
import org.tsurutus.farm.machine.qemu.LeasedDisks;
import org.tsurutus.farm.machine.qemu.QemuMachine;
import org.tsurutus.farm.machine.qemu.QemuUser;
import org.tsurutus.farm.run.GuestFolders;
import org.tsurutus.farm.run.Machines;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
import org.tsurutus.farm.scenario.Network;
import org.tsurutus.farm.scenario.ScenarioPc;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.KnownFiles;

/// PCs made by QEMU from the Wine images, one for each lease.
final class QemuMachines implements Machines {
    private static final String LAUNCHER = "C:\\tsurutus\\launch.exe";
    private static final String SERVICE_HOST = "C:\\windows\\system32\\tsurusvc.exe";
    private static final String LOOPBACK = "127.0.0.1";
    private static final String NO_CARD = "00:00:00:00:00:00";

    private final Home home;
    private final ImageStore images;
    private final Map<String, String> environment;
    private final Progress progress;

    QemuMachines(Home home, ImageStore images, Map<String, String> environment, Progress progress) {
        this.home = home;
        this.images = images;
        this.environment = environment;
        this.progress = progress;
    }

    @Override
    public Prepared prepare(RunRequest request, Lease lease, ScenarioPc place) {
        AcceleratorProbe.Finding finding = accelerator();
        GuestImage image = images.image(request.profile());
        Map<String, String> tools = tools(image);
        if (!image.watched()) {
            tools.put("sensor", "off, to measure what watching costs");
        }
        tools.put("qemu runs as", QemuUser.of(lease.folder()).label());
        int number = request.scenario().pcs().indexOf(place) + 1;
        Path folder = folder(lease, Integer.toString(number));
        try {
            WarmUp.ensure(image, finding.accelerator(), folder(lease, "w"), progress);
        } catch (FarmException e) {
            // a PC without a saved state boots; why there is none belongs into the manifest
            tools.put("saved state", "none: " + e.getMessage());
        }
        Machine machine =
                new QemuMachine(image, finding.accelerator(), folder, new LeasedDisks(home, image));
        UUID terminal = terminal(image.profile(), place.name());
        boolean hasCard = !(request.scenario().network() instanceof Network.None);
        String address = hasCard ? place.address().toString() : LOOPBACK;
        RunManifest.Pc pc =
                new RunManifest.Pc(
                        "pc" + number,
                        image.profile().label(),
                        place.name(),
                        terminal.toString(),
                        computerSid(terminal),
                        address,
                        hasCard ? card(number, place.address()) : NO_CARD,
                        "lab",
                        image.hash(),
                        finding.accelerator().label(),
                        "",
                        Optional.empty(),
                        Optional.empty());
        Map<String, FileFacts> files = files(image);
        return new Prepared(
                place,
                machine,
                pc,
                List.of(address),
                folder.resolve("lan"),
                LAUNCHER,
                List.of(SERVICE_HOST),
                new KnownFiles(files),
                new GuestFolders(files.keySet()),
                tools);
    }

    private static Path folder(Lease lease, String name) {
        try {
            return Files.createDirectories(lease.folder().resolve(name));
        } catch (IOException e) {
            throw FarmException.environment("cannot prepare " + lease.folder() + ": " + e, e);
        }
    }

    /// A card's hardware address, of those that QEMU's own cards have.
    private static String card(int number, Ipv4Address address) {
        int bits = address.bits();
        return "52:54:00:%02x:%02x:%02x".formatted(bits >> 8 & 0xff, bits & 0xff, number);
    }

    /// A computer's SID as Windows would draw it, computed so that it stays.
    private static String computerSid(UUID terminal) {
        return "S-1-5-21-%d-%d-%d"
                .formatted(
                        terminal.getMostSignificantBits() >>> Integer.SIZE,
                        terminal.getLeastSignificantBits() >>> Integer.SIZE,
                        terminal.getLeastSignificantBits() & 0xffff_ffffL);
    }

    /// How guests are run on this host.
    AcceleratorProbe.Finding accelerator() {
        return AcceleratorProbe.find(home, environment, images.kernel().resolve("vmlinuz"));
    }

    private static Map<String, FileFacts> files(GuestImage image) {
        try {
            Map<String, FileFacts> files = new HashMap<>(FileList.read(image.files()));
            files.put(LAUNCHER, FileList.facts(image.launcher()));
            files.put(SERVICE_HOST, FileList.facts(image.remote()));
            return files;
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + image.launcher() + ": " + e, e);
        }
    }

    /// The terminal id of a PC of this lab: the same in every run, another in every lab.
    private UUID terminal(GuestProfile profile, String computer) {
        Path file = home.findings().resolve("lab-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            String name = Files.readString(file).strip() + "/" + profile.label() + "/" + computer;
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw FarmException.environment("cannot keep this lab's id in " + file + ": " + e, e);
        }
    }

    private static Map<String, String> tools(GuestImage image) {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("qemu", ImageStore.qemuVersion());
        tools.put("java", Runtime.version().toString());
        tools.put("kernel", String.valueOf(image.kernelFolder().getFileName()));
        try {
            Files.readAllLines(image.packages()).stream()
                    .filter(line -> line.startsWith("wine:"))
                    .findFirst()
                    .ifPresent(line -> tools.put("wine", line.substring(line.indexOf(' ') + 1)));
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + image.packages() + ": " + e, e);
        }
        return tools;
    }
}
