package org.tsurutus.disk.vm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.KeptProcess;

/// A running storage VM. Its disks are files of the folder it is given, and outlive it: `data`,
/// `metadata`, `spare` for a repair, and two for pools that are soon full.
///
/// It has one processor: two that are emulated wait for each other so often that Java starts in
/// five times the time.
final class StorageVm implements AutoCloseable {
    static final long BASE_SIZE = 64L << 20;

    /// What starts a program of this module in the VM.
    static final String JAVA =
            "PATH=$PATH:/runtime/bin LD_LIBRARY_PATH=/runtime/lib java "
                    + ClassesDisk.OPTIONS
                    + " -XX:SharedArchiveFile=/classes/classes.jsa -cp "
                    + ClassesDisk.CLASS_PATH
                    + " ";

    private static final String OPERATOR =
            JAVA + Operator.class.getName() + " 0<> /dev/port-java 1>&0 2> /dev/ttyS0 &";

    private static final List<String> PORTS = List.of("control", "java");

    private final Path folder;
    private final VmNetwork network;
    private Running running;

    private record Running(Process process, VmPort shell, VmPort operator, Duration startTime) {}

    private StorageVm(Path folder, VmNetwork network) throws Exception {
        this.folder = folder;
        this.network = network;
        this.running = run(folder, network);
    }

    private static void makeDisks(Path folder) throws IOException {
        file(folder.resolve("data"), 1L << 30);
        file(folder.resolve("metadata"), 8L << 20);
        file(folder.resolve("spare"), 8L << 20);
        file(folder.resolve("small-data"), 32L << 20);
        file(folder.resolve("small-metadata"), 128L << 10);
    }

    /// Makes its disks, starts it and waits until it obeys.
    static StorageVm start(Path folder) throws Exception {
        return start(folder, VmNetwork.user(freePort()));
    }

    /// Starts it at a network. If there is a file `image` in the folder, it is a disk too.
    static StorageVm start(Path folder, VmNetwork network) throws Exception {
        makeDisks(folder);
        return new StorageVm(folder, network);
    }

    private static Running run(Path folder, VmNetwork network) throws Exception {
        StorageImage image = StorageImage.system();
        Path runtime = StorageImage.runtime().resolve("runtime.ext4");
        Path classes = StorageImage.classes();
        for (String name : PORTS) {
            Files.deleteIfExists(folder.resolve(name));
        }
        long start = System.nanoTime();
        Process process =
                KeptProcess.start(
                        words(image, folder, runtime, classes, network),
                        folder.resolve("qemu.log"));
        VmPort shell = new VmPort(folder.resolve("control"));
        shell.line();
        Duration startTime = Duration.ofNanos(System.nanoTime() - start);
        shell.ask(OPERATOR);
        VmPort operator = new VmPort(folder.resolve("java"));
        operator.ask("ready");
        return new Running(process, shell, operator, startTime);
    }

    private static List<String> words(
            StorageImage image, Path folder, Path runtime, Path classes, VmNetwork network) {
        List<String> words = new ArrayList<>(network.prefix());
        words.addAll(
                List.of(
                        "setpriv",
                        "--pdeathsig",
                        "KILL",
                        "qemu-system-x86_64",
                        "-nodefaults",
                        "-no-user-config",
                        "-no-reboot",
                        "-display",
                        "none",
                        "-machine",
                        "pc,usb=off",
                        "-cpu",
                        "Nehalem",
                        "-accel",
                        "tcg",
                        "-m",
                        "512",
                        "-kernel",
                        image.kernel().toString(),
                        "-initrd",
                        image.initramfs().toString(),
                        "-append",
                        "console=ttyS0 quiet panic=-1 mitigations=off address=" + network.address(),
                        "-serial",
                        "file:" + folder.resolve("console"),
                        "-device",
                        "virtio-serial",
                        "-netdev",
                        network.backend(),
                        "-device",
                        "virtio-net-pci,netdev=net,romfile="));
        for (String name : PORTS) {
            words.add("-chardev");
            words.add(
                    "socket,id=" + name + ",path=" + folder.resolve(name) + ",server=on,wait=off");
            words.add("-device");
            words.add("virtserialport,chardev=" + name + ",name=" + name);
        }
        disk(words, "data", folder.resolve("data"), "discard=unmap");
        for (String name : List.of("metadata", "spare", "small-data", "small-metadata")) {
            disk(words, name, folder.resolve(name), "cache=writeback");
        }
        disk(words, "runtime", runtime, "read-only=on");
        disk(words, "classes", classes, "read-only=on");
        if (Files.exists(folder.resolve("image"))) {
            disk(words, "image", folder.resolve("image"), "read-only=on");
        }
        return words;
    }

    private static void disk(List<String> words, String name, Path file, String option) {
        words.add("-drive");
        words.add("if=none,id=" + name + ",file=" + file + ",format=raw," + option);
        words.add("-device");
        words.add("virtio-blk-pci,drive=" + name + ",serial=" + name);
    }

    /// Wipes all pools, and makes one in which thin disk 0 is a base of [#BASE_SIZE] bytes: its
    /// first 16 blocks of 64 KiB hold 7.
    void makeBase() throws IOException {
        ask("pool wipe");
        makeBaseInThePool();
    }

    /// Makes one as [#makeBase] does, in a pool of 32 MiB.
    void makeBaseInASmallPool() throws IOException {
        ask("pool wipe");
        ask("pool small");
        makeBaseInThePool();
    }

    private void makeBaseInThePool() throws IOException {
        ask("pool create");
        ask("thin create 0");
        ask("volume activate base 0 " + BASE_SIZE);
        ask("write base 0 " + (1 << 20) + " 7");
        ask("volume deactivate base");
    }

    /// Has this module's code do something; see [Operator].
    List<String> ask(String line) throws IOException {
        return running.operator.ask(line);
    }

    /// Has this module's code try something.
    VmPort.Reply attempt(String line) throws IOException {
        return running.operator.attempt(line);
    }

    /// Has the VM's shell do something.
    List<String> shell(String command) throws IOException {
        return running.shell.ask(command);
    }

    /// Has the VM's shell try something.
    VmPort.Reply attemptInShell(String command) throws IOException {
        return running.shell.attempt(command);
    }

    /// Has this module's code begin something whose end is not waited for.
    void begin(String line) throws IOException {
        running.operator.say(line);
    }

    /// How long it took from its start until it obeyed its first line.
    Duration startTime() {
        return running.startTime;
    }

    /// Where on this host the VM's port 3260 is.
    int iscsiPort() {
        return network.hostPort();
    }

    /// Where its disks are.
    Path folder() {
        return folder;
    }

    /// Ends it as a power cut does, so that nothing in its memory is written out, and starts it
    /// again.
    void cutPowerAndStart() throws Exception {
        close();
        running = run(folder, network);
    }

    @Override
    public void close() throws IOException {
        running.process.destroyForcibly().onExit().join();
        running.shell.close();
        running.operator.close();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void file(Path file, long bytes) throws IOException {
        Files.deleteIfExists(file);
        try (RandomAccessFile made = new RandomAccessFile(file.toFile(), "rw")) {
            made.setLength(bytes);
        }
    }
}
