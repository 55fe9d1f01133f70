package org.tsurutus.network.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.endpoint.FramePc;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Ipv6Address;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.Udp;

class GatewayTest {
    private static final Ipv4Address LOOPBACK = Ipv4Address.parse("127.0.0.1");

    @TempDir Path folder;
    private Lan lan;
    private FramePc pc;
    private ServerSocket server;

    @BeforeEach
    void open() throws IOException {
        lan = Lan.open("office", FrameTap.NONE);
        pc = new FramePc(lan);
        server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    }

    @AfterEach
    void close() throws IOException {
        server.close();
        lan.close();
    }

    private GatewayPolicy policy(List<Cidr> deny, List<Cidr> exceptions) {
        return new GatewayPolicy(
                "uplink",
                1_000_000,
                3,
                10,
                Set.of(server.getLocalPort(), 80),
                Set.of(53),
                Optional.empty(),
                deny,
                exceptions);
    }

    private GatewayPolicy open(String exception) {
        return policy(List.of(), List.of(Cidr.parse(exception)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "127.9.9.9",
                "0.0.0.0",
                "10.77.0.11",
                "172.16.0.1",
                "172.31.255.255",
                "192.168.1.1",
                "169.254.169.254",
                "169.254.1.1",
                "100.64.0.1",
                "168.63.129.16",
                "224.0.0.1",
                "239.255.255.250",
                "255.255.255.255",
                "198.18.5.5"
            })
    void whatIsNearIsRefused(String address) {
        Ipv4Address near = Ipv4Address.parse(address);
        GatewayPolicy policy = policy(List.of(), List.of());
        assertThat(policy.refusesTcp(near, 80)).isPresent();
        assertThat(policy.refusesUdp(near, 53)).isPresent();
        assertThat(policy.refuses(new Ipv6Address(0, 0xffffL << 32 | near.bits() & 0xffff_ffffL)))
                .isPresent();
    }

    @Test
    void whatIsFarIsAllowedOnItsPortsOnly() {
        Ipv4Address far = Ipv4Address.parse("9.9.9.9");
        GatewayPolicy policy = policy(List.of(Cidr.parse("8.8.8.0/24")), List.of());
        assertThat(policy.refusesTcp(far, 80)).isEmpty();
        assertThat(policy.refusesTcp(far, 25)).contains("TCP port 25 is not allowed");
        assertThat(policy.refusesTcp(Ipv4Address.parse("8.8.8.8"), 80))
                .contains("denied by the policy: 8.8.8.0/24");
        assertThat(policy.refuses(new Ipv6Address(0x2001_0db8L << 32, 1)))
                .contains("IPv6 is not forwarded");
    }

    @Test
    void theHostsOwnAddressesAreRefused() throws Exception {
        List<InetAddress> own =
                NetworkInterface.networkInterfaces()
                        .flatMap(NetworkInterface::inetAddresses)
                        .filter(address -> address.getAddress().length == 4)
                        .toList();
        assertThat(own)
                .isNotEmpty()
                .allSatisfy(address ->
                        assertThat(
                                        policy(List.of(), List.of())
                                                .refuses(
                                                        Ipv4Address.at(
                                                                Octets.of(address.getAddress()),
                                                                0)))
                                .isPresent());
    }

    @Test
    void anExceptionOpensOneAddressAndTheDenyListStillCounts() {
        assertThat(open("127.0.0.1/32").refuses(LOOPBACK)).isEmpty();
        assertThat(open("127.0.0.1/32").refuses(Ipv4Address.parse("127.0.0.2"))).isPresent();
        assertThat(
                        policy(
                                        List.of(Cidr.parse("127.0.0.0/8")),
                                        List.of(Cidr.parse("127.0.0.1/32")))
                                .refuses(LOOPBACK))
                .isPresent();
        assertThatThrownBy(() -> open("0.0.0.0/0"))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining("too wide");
    }

    @Test
    void aCallToThisHostIsRefusedAndTold() throws Exception {
        try (Gateway gateway = start(policy(List.of(), List.of()), InstantSource.system())) {
            Tcp answer = pc.call(LOOPBACK, server.getLocalPort(), 4001).begin();
            assertThat(answer.has(TcpFlag.RST)).isTrue();
            assertThat(gateway.counts().refused()).isEqualTo(1);
            assertThat(gateway.counts().forwarded()).isZero();
        }
        server.setSoTimeout(1);
        assertThatThrownBy(server::accept).isInstanceOf(SocketTimeoutException.class);
        assertThat(lines()).singleElement().asString().contains("\"outcome\":\"loopback\"");
    }

    @Test
    void anExceptionIsReachedAndItsBytesAreCounted() throws Exception {
        try (Gateway gateway = start(open("127.0.0.1/32"), InstantSource.system())) {
            FramePc.Connection connection = pc.call(LOOPBACK, server.getLocalPort(), 4002);
            connection.open();
            try (Socket socket = server.accept()) {
                connection.say("hello");
                InputStream in = socket.getInputStream();
                assertThat(in.readNBytes(5)).isEqualTo("hello".getBytes(StandardCharsets.US_ASCII));
                socket.getOutputStream().write("x".repeat(50_000).getBytes());
                socket.getOutputStream().write("done".getBytes());
                assertThat(connection.listen("done")).isEqualTo("x".repeat(50_000) + "done");
            }
            assertThat(connection.listen("")).isEqualTo("[end]");
            assertThat(gateway.counts().bytesIn()).isEqualTo(50_004);
            assertThat(gateway.counts().bytesOut()).isEqualTo(5);
        }
        assertThat(lines())
                .singleElement()
                .asString()
                .contains("\"pc\":\"SALES-1\"", "\"bytesOut\":5", "\"bytesIn\":50004");
    }

    @Test
    void whereNobodyListensThePcIsRefused() throws Exception {
        int port = server.getLocalPort();
        server.close();
        try (Gateway gateway = start(open("127.0.0.1/32"), InstantSource.system())) {
            assertThat(pc.call(LOOPBACK, port, 4003).begin().has(TcpFlag.RST)).isTrue();
            assertThat(gateway.counts().failed()).isEqualTo(1);
        }
    }

    @Test
    void noMoreThanTheAllowedNumberBeginsInAMinute() throws Exception {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        try (Gateway gateway = start(open("127.0.0.1/32"), () -> now[0])) {
            for (int from = 5000; from < 5003; from++) {
                assertThat(pc.call(LOOPBACK, server.getLocalPort(), from).begin().has(TcpFlag.SYN))
                        .isTrue();
            }
            assertThat(pc.call(LOOPBACK, server.getLocalPort(), 5003).begin().has(TcpFlag.RST))
                    .isTrue();
            assertThat(gateway.counts().limited()).isEqualTo(1);
        }
    }

    @Test
    void aBucketFillsWithTheClockItIsGiven() {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        RateLimit limit = new RateLimit(1000, Duration.ofSeconds(1), start);
        limit.take(1000);
        assertThat(limit.available(start)).isZero();
        assertThat(limit.available(start.plusMillis(250))).isEqualTo(250);
        assertThat(limit.available(start.plusSeconds(100))).isEqualTo(1000);
    }

    @Test
    void withoutTimeNoMoreBytesPassThanTheRate() throws Exception {
        Instant[] now = {Instant.parse("2026-01-01T00:00:00Z")};
        GatewayPolicy slow =
                new GatewayPolicy(
                        "slow",
                        1000,
                        3,
                        3,
                        Set.of(server.getLocalPort()),
                        Set.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(Cidr.parse("127.0.0.1/32")));
        try (Gateway gateway = start(slow, () -> now[0])) {
            FramePc.Connection connection = pc.call(LOOPBACK, server.getLocalPort(), 4004);
            connection.open();
            try (Socket socket = server.accept()) {
                socket.getOutputStream()
                        .write(("x".repeat(999) + "!" + "y".repeat(999) + "!").getBytes());
                assertThat(connection.listen("!")).isEqualTo("x".repeat(999) + "!");
                assertThat(gateway.counts().bytesIn()).isEqualTo(1000);
                now[0] = now[0].plusSeconds(1);
                assertThat(connection.listen("!")).isEqualTo("y".repeat(999) + "!");
            }
        }
    }

    @Test
    void aQuestionToTheWrongPortIsRefusedAndTold() throws Exception {
        try (Gateway gateway = start(policy(List.of(), List.of()), InstantSource.system())) {
            pc.send(Ipv4Address.parse("9.9.9.9"), new Udp(4000, 123, Octets.NONE));
            pc.send(Ipv4Address.parse("169.254.169.254"), new Udp(4000, 53, Octets.NONE));
            pc.call(LOOPBACK, 80, 4010).begin();
            assertThat(gateway.counts().refused()).isEqualTo(3);
        }
        assertThat(lines().get(0)).contains("UDP port 123 is not allowed");
        assertThat(lines().get(1)).contains("link-local and metadata of clouds");
    }

    @Test
    void aConfigurationIsReadAndItsMistakesAreTold() throws Exception {
        Path file = folder.resolve("machine.toml");
        String good =
                """
                [[gateway]]
                name = "uplink"
                bytes_per_second = 100_000
                connections_per_minute = 60
                connections = 64
                tcp_ports = [80, 443]
                udp_ports = [53]
                resolver = "9.9.9.9"
                deny = ["8.8.8.0/24"]
                """;
        Files.writeString(file, good);
        GatewayPolicy policy = GatewayPolicies.read(file).get("uplink");
        assertThat(policy.bytesPerSecond()).isEqualTo(100_000);
        assertThat(policy.tcpPorts()).containsExactlyInAnyOrder(80, 443);
        assertThatThrownBy(() -> GatewayPolicies.read(file).get("other"))
                .hasMessageContaining("has no gateway other");

        assertWrong(good + "color = 1\n", ":10:1: there is no key color here");
        assertWrong(good.replace("\"8.8.8.0/24\"", "\"8.8.8\""), ":9:9: not a range of addresses");
        assertWrong(good.replace("= 64", "= 0"), ":5:1: connections is 1 to 1024, not 0");
        assertWrong(good.replace("9.9.9.9", "10.0.0.1"), ":8:1: the resolver is refused: private");
        assertWrong(good + "exceptions = [\"0.0.0.0/0\"]\n", ":10:15: the exception 0.0.0.0/0");
        assertWrong(good.replace("name = \"uplink\"\n", ""), ":1:1: the key name is missing");
    }

    private void assertWrong(String text, String message) throws IOException {
        Path file = folder.resolve("machine.toml");
        Files.writeString(file, text);
        assertThatThrownBy(() -> GatewayPolicies.read(file))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining(file + message);
    }

    private Gateway start(GatewayPolicy policy, InstantSource clock) {
        return Gateway.start(lan, FramePc.PLAN, policy, folder.resolve("net"), clock);
    }

    private List<String> lines() throws IOException {
        return Files.readAllLines(folder.resolve("net/gateway.jsonl"));
    }
}
