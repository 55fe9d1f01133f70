package org.tsurutus.network;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsurutus.network.packet.Octets;

/// Frames as others read them.
public final class Tshark {
    private static final int CLASSIC_MAGIC = 0xa1b2c3d4;
    private static final int ETHERNET = 1;

    private Tshark() {}

    /// Writes frames as a classic capture, one a second.
    public static Path classicCapture(Path file, List<Octets> frames) throws IOException {
        int size = 24 + frames.stream().mapToInt(frame -> 16 + frame.length()).sum();
        ByteBuffer buffer = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        buffer.putInt(CLASSIC_MAGIC).putShort((short) 2).putShort((short) 4);
        buffer.putInt(0).putInt(0).putInt(1 << 18).putInt(ETHERNET);
        for (int i = 0; i < frames.size(); i++) {
            int length = frames.get(i).length();
            buffer.putInt(i).putInt(0).putInt(length).putInt(length);
            frames.get(i).putInto(buffer);
        }
        return Files.write(file, buffer.array());
    }

    /// Some fields of each packet of a capture; several values of a field have commas between.
    public static List<List<String>> fields(Path capture, String filter, String... fields)
            throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "-n",
                                "-r",
                                capture.toString(),
                                "-o",
                                "ip.check_checksum:TRUE",
                                "-o",
                                "tcp.check_checksum:TRUE",
                                "-o",
                                "udp.check_checksum:TRUE",
                                "-o",
                                "tcp.reassemble_out_of_order:TRUE",
                                "-Y",
                                filter,
                                "-T",
                                "fields"));
        for (String field : fields) {
            words.addAll(List.of("-e", field));
        }
        return run("tshark", words)
                .lines()
                .map(line -> Arrays.asList(line.split("\t", -1)))
                .toList();
    }

    /// What a program of Wireshark's says.
    public static String run(String program, List<String> words)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(words);
        Process process =
                new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(command + " failed: " + said);
        }
        return said;
    }
}
