package org.tsurutus.network.answer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.Tshark;
import org.tsurutus.network.endpoint.EndpointLoss;
import org.tsurutus.network.endpoint.FramePc;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.Octets;
import org.tsurutus.network.packet.Tcp;
import org.tsurutus.network.packet.TcpFlag;
import org.tsurutus.network.packet.TcpFlags;
import org.tsurutus.network.packet.Udp;

/// Answers to frames that a PC could send, right ones and wrong ones.
class AnswersTest {
    private static final Ipv4Address SOMEBODY = Ipv4Address.parse("203.0.113.9");
    private static final TcpFlags DATA = TcpFlags.of(TcpFlag.PSH, TcpFlag.ACK);

    @TempDir Path folder;
    private Lan lan;
    private Answers answers;
    private FramePc pc;

    @BeforeEach
    void start() {
        lan = Lan.open("office", FrameTap.NONE);
        pc = new FramePc(lan);
        answers =
                Answers.start(
                        lan,
                        FramePc.PLAN,
                        AnswerScript.NONE,
                        CertificateAuthority.open(
                                folder.resolve("authority"), InstantSource.system()),
                        folder.resolve("net"),
                        InstantSource.system());
    }

    @AfterEach
    void end() {
        answers.close();
        lan.close();
    }

    @Test
    void bytesThatComeOutOfOrderAndTwiceAreReadInOrderAndOnce() throws Exception {
        FramePc.Connection connection = pc.call(SOMEBODY, 80, 4000);
        connection.open();
        String request = "GET /a HTTP/1.1\r\nHost: h.example\r\nConnection: close\r\n\r\n";
        long start = connection.next;
        connection.send(DATA, start + 20, request.substring(20));
        connection.send(DATA, start + 10, request.substring(10, 25));
        connection.send(DATA, start + 20, "!".repeat(request.length() - 20));
        connection.send(DATA, start, request.substring(0, 12));
        connection.next = start + request.length();
        assertThat(connection.listen("")).startsWith("HTTP/1.1 200 OK").endsWith("[end]");
        connection.send(TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK), connection.next, "");
        assertThat(told())
                .anySatisfy(line ->
                        assertThat(line)
                                .contains("\"name\":\"h.example\"", "\"asked\":\"GET /a\""));
    }

    @Test
    void whatWasNotAcknowledgedComesAgain() throws Exception {
        FramePc.Connection connection = pc.call(SOMEBODY, 25, 4001);
        connection.open();
        Tcp first = pc.next(Tcp.class);
        Tcp again = pc.next(Tcp.class);
        assertThat(again.sequence()).isEqualTo(first.sequence());
        assertThat(again.payload()).isEqualTo(first.payload());
        assertThat(answers.counts().endpoint().lost().get(EndpointLoss.SENT_AGAIN)).isPositive();
    }

    @Test
    void segmentsThatDoNotFitHarmNothing() throws Exception {
        FramePc.Connection connection = pc.call(SOMEBODY, 80, 4002);
        connection.open();
        connection.send(TcpFlags.of(TcpFlag.RST), connection.next + 5000, "");
        connection.send(TcpFlags.of(TcpFlag.SYN), connection.next + 1, "");
        connection.send(DATA, connection.next + 100_000, "far away");
        connection.send(DATA, connection.next - 50_000, "long ago");
        long expected = connection.expected;
        connection.expected = expected + 1_000_000;
        connection.send(DATA, connection.next, "never said");
        connection.expected = expected;
        connection.say("GET / HTTP/1.0\r\n\r\n");
        assertThat(connection.listen("")).contains("200 OK");
        assertThat(answers.counts().endpoint().lost().get(EndpointLoss.OUT_OF_PLACE))
                .isGreaterThanOrEqualTo(5);
    }

    @Test
    void aFloodOfCallsIsBoundedAndOthersAreStillAnswered() throws Exception {
        for (int from = 1; from <= 3000; from++) {
            pc.call(SOMEBODY, 4444, 10_000 + from).send(TcpFlags.of(TcpFlag.SYN), from, "");
            pc.next(Tcp.class);
        }
        assertThat(answers.counts().endpoint().open()).isEqualTo(512);
        assertThat(answers.counts().endpoint().lost().get(EndpointLoss.HALF_OPEN))
                .isEqualTo(3000 - 512);
        pc.call(SOMEBODY, 80, 5000).open();
    }

    @Test
    void framesOfChanceHarmNothing() throws Exception {
        Random random = new Random(11);
        for (int count = 0; count < 20_000; count++) {
            byte[] bytes = new byte[random.nextInt(120)];
            random.nextBytes(bytes);
            Octets whole =
                    count % 2 == 0
                            ? Octets.of(bytes)
                            : Ethernet.of(FramePc.MAC, LanPlan.MAC, 0x0800, Octets.of(bytes))
                                    .octets();
            pc.sendFrame(whole);
        }
        for (int count = 0; count < 3000; count++) {
            byte[] bytes = new byte[random.nextInt(300)];
            random.nextBytes(bytes);
            int port = List.of(53, 67, 80).get(count % 3);
            pc.send(FramePc.PLAN.own(), new Udp(4000, port, Octets.of(bytes)));
        }
        pc.call(SOMEBODY, 80, 4005).open();
        assertThat(answers.counts().endpoint().lost().get(EndpointLoss.FAILED)).isZero();
    }

    @Test
    void garbageInEveryProtocolIsToldAndEnds() throws Exception {
        Random random = new Random(5);
        for (int number = 0; number < 60; number++) {
            int port = List.of(25, 53, 80, 443, 465, 9000).get(number % 6);
            byte[] bytes = new byte[400];
            random.nextBytes(bytes);
            String text = new String(bytes, StandardCharsets.US_ASCII).replace('\ufffd', 'z');
            String start =
                    List.of(
                                    "",
                                    "\u0016\u0003\u0001\u0000\u0040",
                                    "GET ",
                                    "POST / HTTP/1.1\r\nTransfer-Encoding: chunked\r\n\r\n")
                            .get(number % 4);
            FramePc.Connection connection = pc.call(SOMEBODY, port, 20_000 + number);
            connection.open();
            connection.say(start + text);
            connection.send(TcpFlags.of(TcpFlag.FIN, TcpFlag.ACK), connection.next, "");
            connection.next++;
            assertThat(connection.listen("")).isNotNull();
        }
        assertThat(answers.counts().endpoint().lost().get(EndpointLoss.FAILED)).isZero();
    }

    @Test
    void aBrokenQuestionIsAnsweredSo() throws Exception {
        byte[] broken = new byte[20];
        broken[1] = 7;
        broken[5] = 1;
        broken[12] = (byte) 0xc0;
        pc.send(FramePc.PLAN.own(), new Udp(4000, 53, Octets.of(broken)));
        Octets answer = pc.next(Udp.class).payload();
        assertThat(answer.shortAt(0)).isEqualTo(7);
        assertThat(answer.byteAt(3) & 0xf).isEqualTo(1);
    }

    @Test
    void whatIsSentIsRightForTshark() throws Exception {
        FramePc.Connection connection = pc.call(SOMEBODY, 80, 4007);
        connection.open();
        connection.say("GET /x HTTP/1.0\r\n\r\n");
        connection.listen("");
        Path capture = Tshark.classicCapture(folder.resolve("c.pcap"), new ArrayList<>(pc.frames));
        assertThat(Tshark.fields(capture, "_ws.expert.severity >= 6291456", "frame.number"))
                .isEmpty();
        assertThat(Tshark.fields(capture, "http.response.code == 200", "http.content_type"))
                .containsExactly(List.of("text/html"));
    }

    @Test
    void mistakesOfAScriptAreToldWithTheirPlace() throws IOException {
        assertWrong("[[answer]]\nhots = \"a\"\n", ":2:1: there is no key hots here");
        assertWrong("[[answer]]\nport = 99999\n", ":2:1: port is 1 to 65535, not 99999");
        assertWrong("[[answer]]\nbody = \"../secret\"\n", ":2:1: ../secret");
        assertWrong("[[answer]]\npath = \"x\"\n", ":2:1: a path begins with /");
        assertWrong(
                "[[answer]]\nheaders = { Content-Length = \"1\" }\n",
                ":2:1: Content-Length is said by us");
    }

    private void assertWrong(String text, String message) throws IOException {
        Path script = folder.resolve("script.toml");
        Files.writeString(script, text);
        assertThatThrownBy(() -> AnswerScript.read(script))
                .isInstanceOf(NetworkException.class)
                .hasMessageContaining(script + message);
    }

    private List<String> told() throws IOException {
        answers.close();
        return Files.readAllLines(folder.resolve("net/answers.jsonl"));
    }
}
