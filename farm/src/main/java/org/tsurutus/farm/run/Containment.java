package org.tsurutus.farm.run;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.random.RandomGenerator;
import org.tsurutus.farm.FarmException;

/// Proves at a run's start that its PCs reach nothing outside: this host listens on all of its
/// addresses for a word that nobody else knows, and the guests try to send that there and to where
/// the world outside usually begins.
final class Containment implements AutoCloseable {
    /// Where clouds tell hosts their secrets, where QEMU's own networks have the host, a router and
    /// a name server of the world, everybody.
    private static final List<String> ELSEWHERE =
            List.of(
                    "169.254.169.254",
                    "10.0.2.2",
                    "192.168.0.1",
                    "9.9.9.9",
                    "255.255.255.255",
                    "224.0.0.1");

    private static final int MOST_OWN = 10;
    private static final int PATIENCE_MILLIS = 500;

    private final ServerSocket tcp;
    private final DatagramSocket udp;
    private final String token;
    private final List<String> targets;
    private final List<String> arrived = new CopyOnWriteArrayList<>();

    private Containment(ServerSocket tcp, DatagramSocket udp, String token, List<String> targets) {
        this.tcp = tcp;
        this.udp = udp;
        this.token = token;
        this.targets = targets;
        Thread.ofPlatform().daemon().name("containment tcp").start(this::accept);
        Thread.ofPlatform().daemon().name("containment udp").start(this::receive);
    }

    /// Begins to listen.
    static Containment open() {
        byte[] word = new byte[12];
        RandomGenerator.of("SecureRandom").nextBytes(word);
        try {
            ServerSocket tcp = new ServerSocket(0);
            DatagramSocket udp = new DatagramSocket(new InetSocketAddress(tcp.getLocalPort()));
            Set<String> targets = new LinkedHashSet<>();
            for (NetworkInterface card : NetworkInterface.networkInterfaces().toList()) {
                if (!card.isLoopback()) {
                    card.inetAddresses().map(Containment::text).forEach(targets::add);
                }
            }
            List<String> all = new ArrayList<>(targets.stream().limit(MOST_OWN).toList());
            all.addAll(ELSEWHERE);
            return new Containment(tcp, udp, HexFormat.of().formatHex(word), all);
        } catch (IOException e) {
            throw FarmException.environment(
                    "this host cannot listen for what might leave a run: " + e, e);
        }
    }

    private static String text(InetAddress address) {
        return address.getHostAddress().split("%", 2)[0];
    }

    /// What a guest is told to do.
    String word() {
        return "probe " + tcp.getLocalPort() + " " + token + " " + String.join(" ", targets);
    }

    /// The addresses that are tried.
    List<String> targets() {
        return targets;
    }

    /// What came here, from where.
    List<String> arrived() {
        return List.copyOf(arrived);
    }

    private void accept() {
        try {
            while (true) {
                try (Socket connection = tcp.accept()) {
                    connection.setSoTimeout(PATIENCE_MILLIS);
                    look(connection.getInputStream().readNBytes(token.length()), connection);
                } catch (java.net.SocketTimeoutException _) {
                    // a stranger who says nothing
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    private void look(byte[] said, Socket connection) {
        if (token.equals(new String(said, StandardCharsets.ISO_8859_1))) {
            arrived.add("this host by TCP at " + text(connection.getLocalAddress()));
        }
    }

    private void receive() {
        DatagramPacket packet = new DatagramPacket(new byte[64], 64);
        try {
            while (true) {
                udp.receive(packet);
                String said =
                        new String(
                                packet.getData(),
                                0,
                                packet.getLength(),
                                StandardCharsets.ISO_8859_1);
                if (said.startsWith(token)) {
                    arrived.add("this host by UDP from " + text(packet.getAddress()));
                }
            }
        } catch (IOException _) {
            // closed
        }
    }

    @Override
    public void close() {
        try {
            tcp.close();
            udp.close();
        } catch (IOException e) {
            throw FarmException.environment("cannot end listening: " + e, e);
        }
    }
}
