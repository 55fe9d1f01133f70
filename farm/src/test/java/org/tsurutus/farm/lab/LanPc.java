package org.tsurutus.farm.lab;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.FileList;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.qemu.QemuMachine;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.sensor.Pc;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;

/// A real PC on a real LAN with a sensor of its own, for tests. Its address is 10.77.0.1 and its
/// number.
final class LanPc implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Lease lease;
    private final QemuMachine machine;
    private final ContentStore contents;
    private final List<MarkIIRecord> log = new ArrayList<>();
    private final WineSensor sensor;
    private final GuestSession session;

    /// Switches it on and plugs it in.
    ///
    /// @param number 1 to 9
    /// @param archive what lies on its specimen disk
    /// @param folder takes its raw facts as `pcN.gz`, and the files that it wrote
    LanPc(Lan lan, int number, Path archive, Path folder) throws IOException {
        Lab lab = RealLab.LAB;
        String name = "OFFICE-PC" + number;
        String address = "10.77.0.1" + number;
        MacAddress mac = MacAddress.parse("52:54:00:00:00:1" + number);
        GuestImage image = lab.images().image(GuestProfile.WINE32);
        Accelerator accelerator = lab.accelerator().accelerator();
        lease = Lease.take(lab.home(), Optional.empty());
        Path warming = Files.createDirectory(lease.folder().resolve("w"));
        WarmUp.ensure(image, accelerator, warming, Progress.silent());
        machine = new QemuMachine(image, accelerator, lease.folder());
        machine.insert(archive);
        machine.powerOn();
        contents = new ContentStore(Files.createDirectory(folder.resolve("files" + number)));
        Pc pc =
                new Pc(
                        name,
                        "WORKGROUP",
                        "lab",
                        "00000000-0000-4000-8000-00000000000" + number,
                        "S-1-5-21-0-0-" + number,
                        List.of(address),
                        mac.toString(),
                        "lab",
                        name,
                        "en-US",
                        ZoneOffset.UTC,
                        "/wine/drive_c/");
        KnownFiles known = new KnownFiles(FileList.read(image.files()));
        sensor = new WineSensor(pc, known, contents, log::add);
        OutputStream raw =
                new GZIPOutputStream(Files.newOutputStream(folder.resolve("pc" + number + ".gz")));
        session = new GuestSession(machine, raw, sensor::accept);
        sensor.follow(session.reader());
        session.awaitReady(Duration.ofMinutes(6));
        Path socket = lease.folder().resolve("lan");
        lan.listen(name, mac, socket);
        machine.plug(socket, mac.toString());
        tell("net " + address + "/24 - -");
        tell("name " + name);
    }

    GuestSession session() {
        return session;
    }

    void tell(String line) {
        session.tell(line, PATIENCE);
    }

    void startRecording() {
        sensor.startRecording(
                Instant.now(), session.readClock(PATIENCE).at(System.nanoTime()), Optional.empty());
    }

    /// Waits until something that this program started has begun, and all of that has ended.
    void awaitEndUnder(String path) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while ((sensor.startedUnder(path) == 0 || sensor.liveUnder(path) > 0)
                && System.nanoTime() < deadline) {
            session.awaitQuiet(Duration.ofMillis(100));
        }
    }

    /// Switches it off and answers its log.
    List<MarkIIRecord> finish() {
        machine.powerOff();
        session.close();
        sensor.finish();
        return List.copyOf(log);
    }

    /// What may be missing from the log.
    List<String> gaps() {
        return sensor.gaps().entrySet().stream()
                .filter(gap -> gap.getValue() > 0)
                .map(gap -> gap.getKey() + ": " + gap.getValue())
                .toList();
    }

    @Override
    public void close() {
        machine.close();
        session.close();
        contents.close();
        lease.close();
    }
}
