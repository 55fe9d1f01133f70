package org.tsurutus.farm.lab;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.tsurutus.farm.run.Machines;
import org.tsurutus.farm.run.RunManifest;
import org.tsurutus.farm.run.RunRequest;
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
    public Prepared prepare(RunRequest request, Lease lease) {
        AcceleratorProbe.Finding finding = accelerator();
        GuestImage image = images.image(request.profile());
        Map<String, String> tools = tools(image);
        if (!image.watched()) {
            tools.put("sensor", "off, to measure what watching costs");
        }
        tools.put("qemu runs as", QemuUser.of(lease.folder()).label());
        try {
            Path folder = Files.createDirectory(lease.folder().resolve("w"));
            WarmUp.ensure(image, finding.accelerator(), folder, progress);
        } catch (IOException e) {
            throw FarmException.environment("cannot prepare " + lease.folder() + ": " + e, e);
        } catch (FarmException e) {
            // a PC without a saved state boots; why there is none belongs into the manifest
            tools.put("saved state", "none: " + e.getMessage());
        }
        Machine machine =
                new QemuMachine(
                        image, finding.accelerator(), lease.folder(), new LeasedDisks(home, image));
        RunManifest.Pc pc =
                new RunManifest.Pc(
                        "pc1",
                        image.profile().label(),
                        QemuMachine.computer(),
                        terminal(image.profile()),
                        "S-1-5-21-0-0-0",
                        LOOPBACK,
                        NO_CARD,
                        "lab",
                        image.hash(),
                        finding.accelerator().label(),
                        "");
        return new Prepared(machine, pc, List.of(LOOPBACK), LAUNCHER, known(image), tools);
    }

    /// How guests are run on this host.
    AcceleratorProbe.Finding accelerator() {
        return AcceleratorProbe.find(home, environment, images.kernel().resolve("vmlinuz"));
    }

    private static KnownFiles known(GuestImage image) {
        try {
            Map<String, FileFacts> files = new HashMap<>(FileList.read(image.files()));
            files.put(LAUNCHER, FileList.facts(image.launcher()));
            files.put(SERVICE_HOST, FileList.facts(image.remote()));
            return new KnownFiles(files);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + image.launcher() + ": " + e, e);
        }
    }

    /// The terminal id of this lab's PC: the same in every run, another in every lab.
    private String terminal(GuestProfile profile) {
        Path file = home.findings().resolve("lab-id");
        try {
            if (!Files.exists(file)) {
                Files.writeString(file, UUID.randomUUID().toString());
            }
            String name =
                    Files.readString(file).strip()
                            + "/"
                            + profile.label()
                            + "/"
                            + QemuMachine.computer();
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
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
