package org.tsurutus.network.summary;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.Tshark;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NetworkSummaryTest {
    private static final long SEED = 707;

    @TempDir Path folder;

    @Test
    void requestsOfARealClientAreThoseThatTsharkSees() throws Exception {
        List<Wiretap.Said> dialogue = realHttp();
        SplittableRandom random = new SplittableRandom(SEED);
        try (Wiretap tap = new Wiretap(capture())) {
            tap.connection(50_000, 80, dialogue, 1460, random);
            tap.connection(50_001, 80, dialogue, 100, random);
        }
        SummaryCounts counts = NetworkSummary.write(capture(), folder.resolve("net"));

        List<JsonNode> lines = lines(Topic.HTTP);
        assertThat(texts(lines, "clientPort", "method", "host", "path", "userAgent"))
                .as("seed %s", SEED)
                .hasSize(8)
                .containsExactlyInAnyOrderElementsOf(
                        Tshark.fields(
                                capture(),
                                "http.request",
                                "tcp.srcport",
                                "http.request.method",
                                "http.host",
                                "http.request.uri",
                                "http.user_agent"));
        assertThat(texts(lines, "clientPort", "status", "contentType"))
                .containsExactlyInAnyOrderElementsOf(
                        Tshark.fields(
                                capture(),
                                "http.response",
                                "tcp.dstport",
                                "http.response.code",
                                "http.content_type"));
        assertThat(texts(lines, "path", "length", "pc"))
                .contains(
                        List.of("/known?a=%22b", "5", "PC-01"),
                        List.of("/chunked", "70000", "PC-01"));
        assertThat(counts.lines()).containsEntry(Topic.HTTP, 8L);
        assertThat(counts.leftOut().values()).as("%s", counts).containsOnly(0L);
    }

    @Test
    void greetingsOfRealClientsAreThoseThatTsharkSees() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Wiretap tap = new Wiretap(capture())) {
            tap.connection(50_000, 443, realTls("TLSv1.3"), 1460, random);
            tap.connection(50_001, 443, realTls("TLSv1.2"), 31, random);
        }
        NetworkSummary.write(capture(), folder.resolve("net"));

        List<JsonNode> lines = lines(Topic.TLS);
        assertThat(texts(lines, "clientPort", "serverName"))
                .containsExactlyInAnyOrderElementsOf(
                        Tshark.fields(
                                capture(),
                                "tls.handshake.type == 1",
                                "tcp.srcport",
                                "tls.handshake.extensions_server_name"))
                .contains(List.of("50000", "update.example.com"));
        assertThat(texts(lines, "offeredVersion", "version"))
                .containsExactlyInAnyOrder(
                        List.of("TLS 1.3", "TLS 1.3"), List.of("TLS 1.2", "TLS 1.2"));
        assertThat(lines)
                .allSatisfy(line ->
                        assertThat(line.get("offeredAlpn").toString())
                                .isEqualTo("[\"h2\",\"http/1.1\"]"));
        assertThat(texts(lines, "version", "alpn"))
                .containsExactlyInAnyOrder(List.of("TLS 1.3", ""), List.of("TLS 1.2", "http/1.1"));
    }

    @Test
    void namesAndAnswersAreThoseThatTsharkSees() throws Exception {
        try (Wiretap tap = new Wiretap(capture())) {
            byte[] question = Dns.question(7, "evil.example.com", 1);
            tap.datagram(true, 40_000, 53, question);
            tap.datagram(false, 40_000, 53, Dns.answer(question, new byte[] {10, 9, 8, 7}));
            tap.datagram(true, 40_001, 53, Dns.question(8, "営業.example", 28));
            tap.datagram(true, 40_002, 53, new byte[] {1, 2, 3});
            byte[] overTcp = Dns.question(9, "tcp.example.com", 16);
            byte[] length = {0, (byte) overTcp.length};
            tap.connection(
                    50_000,
                    53,
                    List.of(new Wiretap.Said(true, length), new Wiretap.Said(true, overTcp)),
                    10,
                    new SplittableRandom(SEED));
        }
        SummaryCounts counts = NetworkSummary.write(capture(), folder.resolve("net"));

        List<JsonNode> lines = lines(Topic.DNS);
        assertThat(names(texts(lines, "name")))
                .isEqualTo(
                        names(
                                Tshark.fields(
                                        capture(),
                                        "dns.qry.name && dns.flags.response == 0",
                                        "dns.qry.name")));
        JsonNode answered = lines.getFirst();
        assertThat(texts(List.of(answered), "time", "pc", "client", "server", "type", "code"))
                .containsExactly(
                        List.of(
                                "2026-11-18T11:06:40.001000001Z",
                                "PC-01",
                                "10.0.0.1",
                                "10.0.0.2",
                                "A",
                                "0"));
        assertThat(answered.get("answers").toString())
                .isEqualTo(
                        "[{\"name\":\"evil.example.com\",\"type\":\"A\",\"data\":\"10.9.8.7\"}]");
        assertThat(Tshark.fields(capture(), "dns.a", "dns.a")).containsExactly(List.of("10.9.8.7"));
        assertThat(counts.leftOut()).containsEntry(LeftOut.BROKEN_DNS, 1L);
    }

    @Test
    void sharesAndFilesAreThoseThatTsharkSees() throws Exception {
        try (Wiretap tap = new Wiretap(capture())) {
            tap.connection(
                    50_000,
                    445,
                    List.of(
                            new Wiretap.Said(true, Smb.treeConnect(1, "\\\\10.0.0.2\\ADMIN$")),
                            new Wiretap.Said(false, Smb.answer(3, 1, 0x11, 0)),
                            new Wiretap.Said(true, Smb.create(2, 0x11, "営業\\dllhost.dat")),
                            new Wiretap.Said(false, Smb.answer(5, 2, 0x11, 0xc000_0022))),
                    1460,
                    new SplittableRandom(SEED));
        }
        NetworkSummary.write(capture(), folder.resolve("net"));

        assertThat(texts(lines(Topic.SMB), "act", "share", "file", "status", "pc"))
                .containsExactly(
                        List.of("tree_connect", "\\\\10.0.0.2\\ADMIN$", "", "0x00000000", "PC-01"),
                        List.of(
                                "create",
                                "\\\\10.0.0.2\\ADMIN$",
                                "営業\\dllhost.dat",
                                "0xc0000022",
                                "PC-01"));
        assertThat(
                        Tshark.fields(
                                capture(),
                                "smb2.cmd == 3 && smb2.flags.response == 0",
                                "smb2.tree"))
                .containsExactly(List.of("\\\\10.0.0.2\\ADMIN$"));
        assertThat(
                        Tshark.fields(
                                capture(),
                                "smb2.cmd == 5 && smb2.flags.response == 0",
                                "smb2.filename"))
                .containsExactly(List.of("営業\\dllhost.dat"));
    }

    @Test
    void conversationsCountWhatTsharkCounts() throws Exception {
        try (Wiretap tap = new Wiretap(capture())) {
            tap.datagram(true, 1000, 2000, new byte[10]);
            tap.datagram(true, 1000, 2000, new byte[20]);
            tap.datagram(false, 1000, 2000, new byte[30]);
            tap.connection(
                    1000,
                    2000,
                    List.of(
                            new Wiretap.Said(true, new byte[5000]),
                            new Wiretap.Said(false, new byte[1])),
                    1000,
                    new SplittableRandom(SEED));
        }
        NetworkSummary.write(capture(), folder.resolve("net"));

        List<JsonNode> lines = lines(Topic.CONVERSATIONS);
        assertThat(texts(lines, "protocol", "pc", "serverPc", "clientPort", "serverPort"))
                .containsExactlyInAnyOrder(
                        List.of("udp", "PC-01", "PC-02", "1000", "2000"),
                        List.of("tcp", "PC-01", "PC-02", "1000", "2000"));
        for (JsonNode line : lines) {
            String protocol = line.get("protocol").asString();
            assertThat(line.get("packetsOut").asLong() + " " + line.get("bytesOut").asLong())
                    .isEqualTo(total(protocol + " && ip.src == 10.0.0.1"));
            assertThat(line.get("packetsIn").asLong() + " " + line.get("bytesIn").asLong())
                    .isEqualTo(total(protocol + " && ip.src == 10.0.0.2"));
        }
    }

    private String total(String filter) throws Exception {
        List<List<String>> frames = Tshark.fields(capture(), filter, "frame.len");
        long bytes = frames.stream().mapToLong(frame -> Long.parseLong(frame.getFirst())).sum();
        return frames.size() + " " + bytes;
    }

    private static List<Wiretap.Said> realHttp() throws Exception {
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext(
                "/",
                exchange -> {
                    exchange.getRequestBody().readAllBytes();
                    boolean isChunked = exchange.getRequestURI().getPath().equals("/chunked");
                    boolean isKnown = exchange.getRequestURI().getPath().equals("/known");
                    exchange.getResponseHeaders().add("Content-Type", "text/x-tsurutus");
                    exchange.sendResponseHeaders(
                            isChunked || isKnown ? 200 : 404, isChunked ? 0 : 5);
                    exchange.getResponseBody().write(new byte[isChunked ? 70_000 : 5]);
                    exchange.close();
                });
        server.start();
        try (Relay relay = new Relay(server.getAddress().getPort())) {
            try (HttpClient client =
                    HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
                for (String path : List.of("/known?a=%22b", "/chunked", "/nothing", "/posted")) {
                    HttpRequest.Builder request =
                            HttpRequest.newBuilder(
                                            URI.create("http://127.0.0.1:" + relay.port() + path))
                                    .header("User-Agent", "Specimen/1.0 (\"harmless\")");
                    if (path.equals("/posted")) {
                        request.POST(HttpRequest.BodyPublishers.ofByteArray(new byte[3000]));
                    }
                    client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                }
            }
            return relay.dialogue();
        } finally {
            server.stop(0);
        }
    }

    private List<Wiretap.Said> realTls(String version) throws Exception {
        Path key = folder.resolve("key.pem");
        Path certificate = folder.resolve("certificate.pem");
        run(
                "openssl",
                "req",
                "-x509",
                "-newkey",
                "rsa:2048",
                "-nodes",
                "-days",
                "1",
                "-subj",
                "/CN=update.example.com",
                "-keyout",
                key.toString(),
                "-out",
                certificate.toString());
        int port = freePort();
        Process server =
                new ProcessBuilder(
                                "openssl",
                                "s_server",
                                "-quiet",
                                "-alpn",
                                "http/1.1",
                                "-accept",
                                "127.0.0.1:" + port,
                                "-key",
                                key.toString(),
                                "-cert",
                                certificate.toString())
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        try {
            awaitServer(port);
            try (Relay relay = new Relay(port)) {
                greet(relay.port(), version);
                return relay.dialogue();
            }
        } finally {
            server.destroy();
        }
    }

    private static void greet(int port, String version) throws IOException {
        try (SSLSocket socket =
                (SSLSocket)
                        SSLSocketFactory.getDefault()
                                .createSocket(InetAddress.getLoopbackAddress(), port)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setServerNames(List.of(new SNIHostName("update.example.com")));
            parameters.setApplicationProtocols(new String[] {"h2", "http/1.1"});
            parameters.setProtocols(new String[] {version});
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        } catch (SSLException _) {
            // nobody vouches for the certificate; both greetings were said by then
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static void awaitServer(int port) throws InterruptedException {
        for (int tries = 0; tries < 200; tries++) {
            try (Socket _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return;
            } catch (IOException _) {
                Thread.sleep(50);
            }
        }
        throw new AssertionError("openssl s_server does not listen");
    }

    private static void run(String... words) throws Exception {
        Process process =
                new ProcessBuilder(words)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start();
        assertThat(process.waitFor()).isZero();
    }

    private Path capture() {
        return folder.resolve("traffic.pcapng");
    }

    private List<JsonNode> lines(Topic topic) throws IOException {
        JsonMapper mapper = new JsonMapper();
        return Files.readAllLines(folder.resolve("net").resolve(topic.fileName())).stream()
                .map(mapper::readTree)
                .toList();
    }

    private static List<List<String>> texts(List<JsonNode> lines, String... fields) {
        return lines.stream()
                .map(line ->
                        List.of(fields).stream()
                                .map(field -> line.path(field).asString(""))
                                .toList())
                .toList();
    }

    private static Set<String> names(List<List<String>> rows) {
        return rows.stream().map(List::getFirst).collect(Collectors.toSet());
    }

    /// Messages of DNS by hand.
    private static final class Dns {
        static byte[] question(int id, String name, int type) {
            ByteBuffer message = ByteBuffer.allocate(200);
            message.putShort((short) id).putShort((short) 0x0100);
            message.putShort((short) 1).putShort((short) 0).putInt(0);
            for (String label : name.split("\\.")) {
                byte[] bytes = label.getBytes(StandardCharsets.UTF_8);
                message.put((byte) bytes.length).put(bytes);
            }
            message.put((byte) 0).putShort((short) type).putShort((short) 1);
            return ByteBuffer.allocate(message.position()).put(message.flip()).array();
        }

        static byte[] answer(byte[] question, byte[] address) {
            ByteBuffer message = ByteBuffer.allocate(question.length + 12 + address.length);
            message.put(question).putShort(2, (short) 0x8180).putShort(6, (short) 1);
            message.putShort((short) 0xc00c).putShort((short) 1).putShort((short) 1);
            message.putInt(60).putShort((short) address.length).put(address);
            return message.array();
        }
    }

    /// Messages of SMB2 by hand.
    private static final class Smb {
        static byte[] treeConnect(long number, String share) {
            byte[] name = share.getBytes(StandardCharsets.UTF_16LE);
            ByteBuffer body = little(8 + name.length);
            body.putShort((short) 9).putShort((short) 0);
            body.putShort((short) 72).putShort((short) name.length).put(name);
            return message(3, number, 0, 0, 0, body.array());
        }

        static byte[] create(long number, int tree, String file) {
            byte[] name = file.getBytes(StandardCharsets.UTF_16LE);
            ByteBuffer body = little(56 + name.length);
            body.putShort((short) 57).putInt(24, 0x12_0089).putInt(32, 7).putInt(36, 1);
            body.putShort(44, (short) 120).putShort(46, (short) name.length);
            body.position(56).put(name);
            return message(5, number, tree, 0, 0, body.array());
        }

        static byte[] answer(int command, long number, int tree, int status) {
            ByteBuffer body = little(16);
            body.putShort((short) (status == 0 ? 16 : 9));
            return message(command, number, tree, status, 1, body.array());
        }

        private static byte[] message(
                int command, long number, int tree, int status, int flags, byte[] body) {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            message.writeBytes(ByteBuffer.allocate(4).putInt(64 + body.length).array());
            ByteBuffer head = little(64);
            head.putInt(0x424d_53fe).putShort((short) 64).putShort((short) 0).putInt(status);
            head.putShort((short) command).putShort((short) 1).putInt(flags).putInt(0);
            head.putLong(number).putInt(0).putInt(tree).putLong(5);
            message.writeBytes(head.array());
            message.writeBytes(body);
            return message.toByteArray();
        }

        private static ByteBuffer little(int size) {
            return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        }
    }
}
