package org.tsurutus.disk.vm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/// A running storage VM. Its disks are files of the folder it is given, and outlive it.
final class StorageVm implements AutoCloseable {
    static final long BASE_SIZE = 64L << 20;

    /// What starts a program of this module in the VM.
    static final String JAVA =
            "PATH=$PATH:/runtime/bin LD_LIBRARY_PATH=/runtime/lib java -Xmx96m"
                    + " -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"
                    + " --enable-native-access=ALL-UNNAMED -cp '/classes/*' ";

    private static final String OPERATOR =
            JAVA + Operator.class.getName() + " 0<> /dev/port-java 1>&0 2> /dev/ttyS0 &";

    private static final List<String> PORTS = List.of("control", "java");

    private final Process process;
    private final VmPort shell;
    private final VmPort operator;
    private final Duration startTime;
    private final int iscsiPort;

    private StorageVm(
            Process process, VmPort shell, VmPort operator, Duration startTime, int iscsiPort) {
        this.process = process;
        this.shell = shell;
        this.operator = operator;
        this.startTime = startTime;
        this.iscsiPort = iscsiPort;
    }

    /// Makes the disks of a VM: `data`, `metadata`, and `spare` for a repair.
    static void makeDisks(Path folder, long dataBytes) throws IOException {
        makeDisks(folder, dataBytes, 8L << 20);
    }

    /// Makes them with as much room for metadata as is said.
    static void makeDisks(Path folder, long dataBytes, long metadataBytes) throws IOException {
        file(folder.resolve("data"), dataBytes);
        file(folder.resolve("metadata"), metadataBytes);
        file(folder.resolve("spare"), 8L << 20);
    }

    /// Starts a VM with a pool, in which thin disk 0 is a base of [#BASE_SIZE] bytes: its first 16
    /// blocks of 64 KiB hold 7.
    static StorageVm withBase(Path folder, long dataBytes) throws Exception {
        makeDisks(folder, dataBytes);
        StorageVm vm = start(folder);
        vm.ask("pool create");
        vm.ask("thin create 0");
        vm.ask("volume activate base 0 " + BASE_SIZE);
        vm.ask("write base 0 " + (1 << 20) + " 7");
        vm.ask("volume deactivate base");
        return vm;
    }

    /// Starts it and waits until it obeys.
    static StorageVm start(Path folder) throws Exception {
        return start(folder, VmNetwork.user(freePort()));
    }

    /// Starts it at a network. If there is a file `image` in the folder, it is a disk too.
    static StorageVm start(Path folder, VmNetwork network) throws Exception {
        StorageImage image = StorageImage.system();
        Path runtime = StorageImage.runtime();
        Path classes = StorageImage.classes(folder);
        for (String name : PORTS) {
            Files.deleteIfExists(folder.resolve(name));
        }
        long start = System.nanoTime();
        Process process =
                new ProcessBuilder(words(image, folder, runtime, classes, network))
                        .redirectErrorStream(true)
                        .redirectOutput(folder.resolve("qemu.log").toFile())
                        .start();
        VmPort shell = new VmPort(folder.resolve("control"));
        shell.line();
        Duration startTime = Duration.ofNanos(System.nanoTime() - start);
        shell.ask(OPERATOR);
        VmPort operator = new VmPort(folder.resolve("java"));
        operator.ask("ready");
        return new StorageVm(process, shell, operator, startTime, network.hostPort());
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
                        "tcg,thread=multi",
                        "-smp",
                        "2",
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
        disk(words, "metadata", folder.resolve("metadata"), "cache=writeback");
        disk(words, "spare", folder.resolve("spare"), "cache=writeback");
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

    /// Has this module's code do something; see [Operator].
    List<String> ask(String line) throws IOException {
        return operator.ask(line);
    }

    /// Has this module's code try something.
    VmPort.Reply attempt(String line) throws IOException {
        return operator.attempt(line);
    }

    /// Has the VM's shell do something.
    List<String> shell(String command) throws IOException {
        return shell.ask(command);
    }

    /// Has the VM's shell try something.
    VmPort.Reply attemptInShell(String command) throws IOException {
        return shell.attempt(command);
    }

    /// Has this module's code begin something whose end is not waited for.
    void begin(String line) throws IOException {
        operator.say(line);
    }

    /// How long it took from its start until it obeyed its first line.
    Duration startTime() {
        return startTime;
    }

    /// Where on this host the VM's port 3260 is.
    int iscsiPort() {
        return iscsiPort;
    }

    /// Ends it as a power cut does: nothing in its memory is written out.
    void cutPower() throws IOException {
        process.destroyForcibly().onExit().join();
        shell.close();
        operator.close();
    }

    @Override
    public void close() throws IOException {
        cutPower();
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
