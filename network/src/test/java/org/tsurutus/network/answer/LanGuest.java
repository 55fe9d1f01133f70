package org.tsurutus.network.answer;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.network.packet.MacAddress;

/// A real PC on a LAN, with BusyBox, curl and openssl, that does what it is told.
final class LanGuest implements AutoCloseable {
    private static final Path ROOT = Path.of(System.getProperty("tsurutus.root"));
    private static final Path SOURCES = ROOT.resolve("guest/lan");
    private static final Path BUILT = ROOT.resolve("network/target/guests");

    private final Process process;
    private final SocketChannel channel;
    private final BufferedReader reader;
    private final Writer writer;

    private LanGuest(Process process, SocketChannel channel) throws IOException {
        this.process = process;
        this.channel = channel;
        this.reader =
                new BufferedReader(
                        new InputStreamReader(
                                Channels.newInputStream(channel), StandardCharsets.UTF_8));
        this.writer =
                new OutputStreamWriter(Channels.newOutputStream(channel), StandardCharsets.UTF_8);
        if (!"up".equals(reader.readLine())) {
            throw new AssertionError("the PC did not start");
        }
    }

    /// Starts one.
    ///
    /// @param folder for its files
    /// @param lan the socket of its port
    static LanGuest start(Path folder, Path lan, MacAddress mac) throws Exception {
        Path image = image();
        Path control = folder.resolve("control");
        try (ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            server.bind(UnixDomainSocketAddress.of(control));
            Process process =
                    new ProcessBuilder(command(image, folder, control, lan, mac))
                            .redirectErrorStream(true)
                            .redirectOutput(folder.resolve("qemu.txt").toFile())
                            .start();
            return new LanGuest(process, server.accept());
        }
    }

    private static List<String> command(
            Path image, Path folder, Path control, Path lan, MacAddress mac) {
        return List.of(
                "setpriv",
                "--pdeathsig",
                "KILL",
                "qemu-system-x86_64",
                "-nodefaults",
                "-no-user-config",
                "-display",
                "none",
                "-machine",
                "pc,usb=off",
                "-cpu",
                "Nehalem",
                "-accel",
                "tcg",
                "-m",
                "256",
                "-kernel",
                image.resolve("vmlinuz").toString(),
                "-initrd",
                image.resolve("initramfs.gz").toString(),
                "-append",
                "console=ttyS0 quiet panic=-1 mitigations=off",
                "-serial",
                "file:" + folder.resolve("console"),
                "-device",
                "virtio-serial",
                "-chardev",
                "socket,id=control,path=" + control,
                "-device",
                "virtserialport,chardev=control,name=control",
                "-netdev",
                "stream,id=lan,server=off,addr.type=unix,addr.path=" + lan,
                "-device",
                "virtio-net-pci,netdev=lan,mac=" + mac);
    }

    private static Path image() throws Exception {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.sorted().toList()) {
                digest.update(Files.readAllBytes(file));
            }
        }
        String hash = HexFormat.of().formatHex(Arrays.copyOf(digest.digest(), 6));
        Path folder = BUILT.resolve("lan-" + hash);
        if (!Files.isDirectory(folder)) {
            Files.createDirectories(BUILT);
            Path building = Files.createTempDirectory(BUILT, ".building-");
            Process build =
                    new ProcessBuilder("sh", SOURCES.resolve("build.sh").toString(), "" + building)
                            .redirectErrorStream(true)
                            .start();
            String said = new String(build.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (build.waitFor() != 0) {
                throw new AssertionError("the PC could not be built: " + said);
            }
            Files.move(building, folder, StandardCopyOption.ATOMIC_MOVE);
        }
        return folder;
    }

    /// Does something, which must go well.
    String run(String command) throws IOException {
        Said said = attempt(command);
        if (said.code() != 0) {
            throw new AssertionError(command + " ended with " + said.code() + ": " + said.text());
        }
        return said.text();
    }

    /// What came of a command.
    record Said(String text, int code) {}

    /// Does something.
    Said attempt(String command) throws IOException {
        writer.write(command + "\n");
        writer.flush();
        StringBuilder text = new StringBuilder();
        String line = reader.readLine();
        while (line != null) {
            int end = line.lastIndexOf("end ");
            if (end >= 0 && line.substring(end + 4).matches("\\d{1,3}")) {
                text.append(line, 0, end);
                return new Said(text.toString(), Integer.parseInt(line.substring(end + 4)));
            }
            text.append(line).append('\n');
            line = reader.readLine();
        }
        throw new AssertionError("the PC ended during " + command);
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        channel.close();
    }
}
