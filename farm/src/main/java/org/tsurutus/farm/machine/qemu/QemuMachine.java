package org.tsurutus.farm.machine.qemu;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.machine.Machine;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Screen;

/// A PC made by QEMU from a guest image. All that it writes lies in its lease's folder and on its
/// disks.
public final class QemuMachine implements Machine {
    /// The specimen disk's size: part of a saved state, so the same for every specimen.
    public static final long SPECIMEN_DISK = 80L << 20;

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final GuestImage image;
    private final Accelerator accelerator;
    private final Path folder;
    private final GuestDisks disks;
    private volatile Optional<Running> running = Optional.empty();

    /// What exists while the PC is on.
    private record Running(
            QemuProcess qemu,
            Qmp qmp,
            QemuDisplay display,
            InputStream facts,
            SocketChannel control) {}

    /// A PC that is off, with its disks in the lease's folder: for what is no specimen.
    ///
    /// @param folder the lease's folder, short enough for unix sockets
    public QemuMachine(GuestImage image, Accelerator accelerator, Path folder) {
        this(image, accelerator, folder, new FolderDisks(image, folder));
    }

    /// A PC that is off.
    ///
    /// @param folder the lease's folder, short enough for unix sockets
    /// @param disks its own; it closes them
    public QemuMachine(GuestImage image, Accelerator accelerator, Path folder, GuestDisks disks) {
        int longest =
                folder.resolve(QemuCommand.CONTROL)
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)
                        .length;
        if (longest > Sockets.LONGEST_PATH) {
            throw FarmException.environment(
                    "the path "
                            + folder
                            + " is too long for unix sockets; set TSURUTUS_HOME to a shorter one");
        }
        this.image = image;
        this.accelerator = accelerator;
        this.folder = folder;
        this.disks = disks;
    }

    /// The computer name that Windows programs see in it.
    public static String computer() {
        return QemuCommand.COMPUTER;
    }

    @Override
    public void insert(Path archive) {
        try {
            if (Files.size(archive) > SPECIMEN_DISK) {
                throw FarmException.input(
                        "the specimen's archive has "
                                + Files.size(archive)
                                + " bytes; the specimen disk holds "
                                + SPECIMEN_DISK);
            }
            Path disk = folder.resolve(QemuCommand.SPECIMEN);
            Files.copy(archive, disk, StandardCopyOption.REPLACE_EXISTING);
            size(disk);
        } catch (IOException e) {
            throw FarmException.environment("cannot write the specimen disk: " + e, e);
        }
    }

    private static void size(Path disk) throws IOException {
        try (FileChannel channel =
                FileChannel.open(disk, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            if (channel.size() < SPECIMEN_DISK) {
                channel.write(ByteBuffer.allocate(1), SPECIMEN_DISK - 1);
            }
        }
    }

    /// Starts from the saved state, and by booting where there is none or it does not come up.
    @Override
    public Start powerOn() {
        GuestImage.WarmState warm = image.warm(accelerator.label());
        String why = "there is no saved state";
        if (warm.exists()) {
            try {
                start(warm.root(), true);
                restore(warm);
                return new Start(StartKind.WARM, Optional.empty());
            } catch (FarmException | IOException e) {
                powerOff();
                why =
                        "the saved state does not come up: %s; delete %s and the next run saves it anew"
                                .formatted(e.getMessage(), warm.folder());
            }
        }
        powerOnCold();
        return new Start(StartKind.COLD, Optional.of(why));
    }

    /// The machine that a saved state can go on in; another machine needs another state.
    public static String hardware() {
        return QemuCommand.hardware();
    }

    /// Boots, whatever states are saved.
    public void powerOnCold() {
        start(image.root(), false);
    }

    private void start(Path base, boolean incoming) {
        try {
            for (String socket :
                    new String[] {
                        QemuCommand.MONITOR,
                        QemuCommand.FACTS,
                        QemuCommand.CONTROL,
                        QemuCommand.MEMORY,
                        QemuCommand.SCREEN
                    }) {
                Files.deleteIfExists(folder.resolve(socket));
            }
            size(folder.resolve(QemuCommand.SPECIMEN));
        } catch (IOException e) {
            throw FarmException.environment("cannot prepare " + folder + ": " + e, e);
        }
        QemuProcess qemu =
                QemuProcess.start(
                        QemuCommand.words(
                                image,
                                accelerator,
                                folder,
                                disks.root(base),
                                disks.scratch(),
                                incoming),
                        folder);
        try {
            Qmp qmp = new Qmp(folder.resolve(QemuCommand.MONITOR), qemu.process());
            SocketChannel facts =
                    Sockets.connect(folder.resolve(QemuCommand.FACTS), qemu.process(), PATIENCE);
            SocketChannel control =
                    Sockets.connect(folder.resolve(QemuCommand.CONTROL), qemu.process(), PATIENCE);
            running =
                    Optional.of(
                            new Running(
                                    qemu,
                                    qmp,
                                    new QemuDisplay(
                                            folder.resolve(QemuCommand.SCREEN),
                                            new QmpScreen(qmp, folder),
                                            new QmpInput(qmp)),
                                    Channels.newInputStream(facts),
                                    control));
        } catch (FarmException e) {
            qemu.close();
            throw FarmException.environment(
                    e.getMessage() + (qemu.said().isEmpty() ? "" : "; it said: " + qemu.said()), e);
        }
    }

    /// Streams the saved memory into the waiting QEMU and lets the guest go on.
    private void restore(GuestImage.WarmState warm) throws IOException {
        Running on = on();
        try (SocketChannel socket =
                        Sockets.connect(
                                folder.resolve(QemuCommand.MEMORY), on.qemu().process(), PATIENCE);
                FileChannel memory = FileChannel.open(warm.memory())) {
            for (long at = 0; at < memory.size(); ) {
                at += memory.transferTo(at, memory.size() - at, socket);
            }
        }
        awaitStatus(on.qmp(), "query-status", "paused");
        on.qmp().execute("cont", Map.of());
        InputStream before = Files.newInputStream(warm.facts());
        running =
                Optional.of(
                        new Running(
                                on.qemu(),
                                on.qmp(),
                                on.display(),
                                new SequenceInputStream(before, on.facts()),
                                on.control()));
    }

    /// Saves the running guest and ends it: memory and devices, and the root disk as it is now. Its
    /// disks lie in its folder.
    ///
    /// @param state the folder that takes `memory` and `root.qcow2`
    public void save(Path state) {
        Running on = on();
        Path socket = folder.resolve(QemuCommand.MEMORY);
        on.qmp().execute("stop", Map.of());
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(socket));
            QemuUser.of(folder).own(folder);
            on.qmp().execute("migrate-set-parameters", Map.of("max-bandwidth", 10L << 30));
            on.qmp().execute("migrate", Map.of("uri", "unix:" + socket));
            try (SocketChannel from = server.accept();
                    FileChannel to =
                            FileChannel.open(
                                    new GuestImage.WarmState(state).memory(),
                                    StandardOpenOption.CREATE_NEW,
                                    StandardOpenOption.WRITE)) {
                long at = 0;
                for (long got = to.transferFrom(from, at, 1 << 20);
                        got > 0;
                        got = to.transferFrom(from, at, 1 << 20)) {
                    at += got;
                }
            }
            awaitStatus(on.qmp(), "query-migrate", "completed");
            powerOff();
            Files.move(folder.resolve(QemuCommand.ROOT), new GuestImage.WarmState(state).root());
        } catch (IOException e) {
            throw FarmException.environment("cannot save the guest's state: " + e, e);
        }
    }

    private static void awaitStatus(Qmp qmp, String query, String wanted) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String status = "";
        while (System.nanoTime() < deadline) {
            status = qmp.execute(query, Map.of()).path("status").asString("");
            if (status.equals(wanted)) {
                return;
            }
            Sockets.pause();
        }
        throw FarmException.environment(
                "the guest's state stays \"" + status + "\" instead of \"" + wanted + "\"");
    }

    /// The card is no part of the saved state: it is hot-plugged, as the guest's kernel expects of
    /// any PCI card.
    @Override
    public void plug(Path socket, String mac) {
        QemuUser.of(folder).ownFile(socket);
        Qmp monitor = on().qmp();
        monitor.execute(
                "netdev_add",
                Map.of(
                        "type",
                        "stream",
                        "id",
                        "lan",
                        "server",
                        false,
                        "addr",
                        Map.of("type", "unix", "path", socket.toString())));
        awaitConnected(socket);
        monitor.execute(
                "device_add",
                Map.of(
                        "driver",
                        "virtio-net-pci",
                        "id",
                        "card",
                        "netdev",
                        "lan",
                        "mac",
                        mac,
                        "romfile",
                        ""));
    }

    /// QEMU connects after it has answered and does not say when; the port's name is gone then.
    private static void awaitConnected(Path socket) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (Files.exists(socket)) {
            if (System.nanoTime() > deadline) {
                throw FarmException.environment(
                        "QEMU did not connect to the LAN at "
                                + socket
                                + "; is a port open there, and may its user pass through the folder?");
            }
            Sockets.pause();
        }
    }

    @Override
    public boolean isOn() {
        return running.filter(on -> on.qemu().isAlive()).isPresent();
    }

    @Override
    public void powerOff() {
        running.ifPresent(on -> {
            on.display().close();
            quit(on);
            on.qmp().close();
            on.qemu().close();
            closeQuietly(on.control());
        });
        running = Optional.empty();
    }

    /// A QEMU that still answers writes its disks out; one that hangs is killed.
    private static void quit(Running on) {
        if (!on.qemu().isAlive()) {
            return;
        }
        try {
            on.qmp().execute("quit", Map.of());
            on.qemu().ended(5);
        } catch (FarmException _) {
            // it is killed next
        }
    }

    @Override
    public Screen screen() {
        return on().display().screen();
    }

    @Override
    public Input input() {
        return on().display().input();
    }

    @Override
    public Optional<String> remark() {
        return running.flatMap(on -> on.display().remark());
    }

    /// The screen as the monitor shows it, to compare.
    Screen secondScreen() {
        return on().display().secondScreen();
    }

    @Override
    public InputStream facts() {
        return running.map(Running::facts).orElseGet(() -> new ByteArrayInputStream(new byte[0]));
    }

    @Override
    public synchronized void tell(String line) {
        ByteBuffer bytes = ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8));
        try {
            while (bytes.hasRemaining()) {
                on().control().write(bytes);
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "the guest's control line is gone: " + e.getMessage(), e);
        }
    }

    @Override
    public ScratchDisk scratch() {
        return disks.scratchDisk();
    }

    @Override
    public ScratchDisk checkpoint(String moment) {
        Qmp monitor = on().qmp();
        return disks.checkpoint(
                moment,
                layer ->
                        monitor.execute(
                                "blockdev-snapshot-sync",
                                Map.of(
                                        "device",
                                        QemuCommand.SCRATCH_DRIVE,
                                        "snapshot-file",
                                        layer.toString(),
                                        "format",
                                        "qcow2",
                                        "mode",
                                        "existing")));
    }

    @Override
    public String rollBack() {
        return disks.rollBack();
    }

    @Override
    public void close() {
        powerOff();
        disks.close();
    }

    private Running on() {
        return running.orElseThrow(() -> FarmException.environment("the PC is off"));
    }

    private static void closeQuietly(SocketChannel channel) {
        try {
            channel.close();
        } catch (IOException _) {
            // the peer is gone already
        }
    }
}
