package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.boot.BootAsk.Answer;

@Timeout(60)
class BootEndpointTest {
    private static final String WAITING =
            """
            #!ipxe
            # The address is asked for anew, because the next lease comes with another script.
            echo pc1: waiting for a lease
            :again
            sleep 2
            dhcp || goto again
            chain --replace --autofree ${filename} || goto again
            """;

    private final Map<String, BootLease> leased = new ConcurrentHashMap<>();
    private final List<BootAsk> asks = Collections.synchronizedList(new ArrayList<>());
    private final HttpClient pc1 = client("127.0.0.11");
    private BootEndpoint endpoint;

    @BeforeEach
    void start() {
        endpoint = endpoint(pc -> Optional.ofNullable(leased.get(pc)));
    }

    @AfterEach
    void stop() {
        endpoint.close();
    }

    private BootEndpoint endpoint(CurrentLeases leases) {
        return BootEndpoint.start(Lab.PLAN, leases, Duration.ofSeconds(2), asks::add);
    }

    private static HttpClient client(String address) {
        return HttpClient.newBuilder()
                .localAddress(InetAddress.ofLiteral(address))
                .version(HttpClient.Version.HTTP_1_1)
                .build();
    }

    private static HttpResponse<String> get(HttpClient client, String url) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(url)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private String url(String secret) {
        return endpoint.url(Lab.PC1, secret);
    }

    @Test
    void aLeasedPcWithItsSecretIsToldItsDiskAndHowToLogIn() throws Exception {
        BootLease lease = Lab.lease("pc1");
        leased.put("pc1", lease);

        HttpResponse<String> response = get(pc1, url(lease.secret().text()));

        assertThat(response.body())
                .isEqualTo(
                        """
                        #!ipxe
                        # Whatever cannot be started waits for the next lease.
                        echo pc1: starting from iqn.2026-01.org.tsurutus:boot.pc1
                        set initiator-iqn iqn.2026-01.org.tsurutus:client.pc1
                        set username pc1
                        set password correct-horse
                        sanboot iscsi:172.31.77.2::3260:1:iqn.2026-01.org.tsurutus:boot.pc1 || echo pc1: nothing on its disk can be started
                        :again
                        sleep 2
                        dhcp || goto again
                        chain --replace --autofree ${filename} || goto again
                        """);
        assertThat(response.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(asks).hasSize(1);
        assertThat(asks.getFirst().line())
                .endsWith(
                        " 127.0.0.11 asked for pc1: STARTS, from"
                                + " iqn.2026-01.org.tsurutus:boot.pc1")
                .doesNotContain(lease.secret().text());
    }

    @Test
    void aPcThatIsNotLeasedWaits() throws Exception {
        assertThat(get(pc1, url("wait")).body()).isEqualTo(WAITING);
        assertThat(asks.getFirst().why()).isEqualTo("not leased");
    }

    @Test
    void aSecretHoldsForOneLeaseOfOnePc() throws Exception {
        String before = Lab.lease("pc1").secret().text();
        BootLease other = Lab.lease("pc2");
        leased.put("pc1", Lab.lease("pc1"));
        leased.put("pc2", other);

        for (String guess : List.of(before, other.secret().text(), "wait")) {
            assertThat(get(pc1, url(guess)).body()).isEqualTo(WAITING);
        }

        assertThat(asks)
                .allSatisfy(ask -> {
                    assertThat(ask.answer()).isEqualTo(Answer.WAITS);
                    assertThat(ask.why()).isEqualTo("not with its lease's secret");
                });
    }

    @Test
    void theRightSecretFromAnotherPcIsNoUse() throws Exception {
        BootLease lease = Lab.lease("pc1");
        leased.put("pc1", lease);

        HttpResponse<String> response = get(client("127.0.0.12"), url(lease.secret().text()));

        assertThat(response.body()).isEqualTo(WAITING);
        assertThat(asks.getFirst().why()).isEqualTo("asked from elsewhere than 127.0.0.11");
    }

    @Test
    void whoeverIsNoPcOfThePlanGetsNothingAndIsLoggedHarmlessly() throws Exception {
        String root = url("x").replaceFirst("/boot/.*", "");
        for (String path :
                List.of(
                        "/",
                        "/boot/pc9/wait.ipxe",
                        "/boot/pc1/../pc1/wait.ipxe",
                        "/boot/pc1/" + "a".repeat(65) + ".ipxe",
                        "/boot/%1b%5b2J/%0a.ipxe",
                        "/boot/pc1/wait.ipxe/")) {
            HttpResponse<String> response = get(pc1, root + path);
            assertThat(response.statusCode()).describedAs(path).isEqualTo(404);
            assertThat(response.body()).isEmpty();
        }
        assertThat(asks)
                .hasSize(6)
                .allSatisfy(ask -> {
                    assertThat(ask.answer()).isEqualTo(Answer.REFUSED);
                    assertThat(ask.asked()).hasSizeLessThanOrEqualTo(100).matches("[!-~]*");
                });
        assertThat(BootAsk.harmless("\u001b[2J\n\u202eé x")).isEqualTo("?[2J????x");
    }

    @Test
    void onlyGetIsAnswered() throws Exception {
        HttpRequest post =
                HttpRequest.newBuilder(URI.create(url("wait")))
                        .POST(HttpRequest.BodyPublishers.ofString("x".repeat(100_000)))
                        .build();

        assertThat(pc1.send(post, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(405);
        assertThat(asks.getFirst().why()).isEqualTo("only GET is answered");
    }

    @Test
    void aPcWaitsWhenItsLeaseCannotBeTold() throws Exception {
        endpoint.close();
        endpoint =
                endpoint(_ -> {
                    throw new DiskException("the folder is gone");
                });

        assertThat(get(pc1, url("wait")).body()).isEqualTo(WAITING);
        assertThat(asks.getFirst().why())
                .isEqualTo("whether it is leased cannot be told: the folder is gone");
    }

    @Test
    void manyPcsAskAtOnceWhileOthersSayNothing() throws Exception {
        URI address = URI.create(url("wait"));
        List<Socket> silent = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 50; i++) {
                Socket socket = new Socket(address.getHost(), address.getPort());
                socket.getOutputStream().write("GET /bo".getBytes(StandardCharsets.UTF_8));
                silent.add(socket);
            }
            List<Future<String>> bodies = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                bodies.add(threads.submit(() -> get(pc1, url("wait")).body()));
            }
            for (Future<String> body : bodies) {
                assertThat(body.get()).isEqualTo(WAITING);
            }
        } finally {
            for (Socket socket : silent) {
                socket.close();
            }
        }
    }

    @Test
    void aPortThatIsTakenIsNamed() throws IOException {
        try (java.net.ServerSocket taken =
                new java.net.ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            BootPlan plan =
                    new BootPlan(
                            Lab.PLAN.at(),
                            taken.getLocalPort(),
                            Lab.PLAN.range(),
                            List.of(Lab.PC1),
                            Optional.empty(),
                            List.of());
            assertThatThrownBy(() ->
                            BootEndpoint.start(
                                    plan, _ -> Optional.empty(), Duration.ofSeconds(1), _ -> {}))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining("is the port taken?");
        }
    }

    @Test
    void valuesThatIpxeMightMisreadNeverReachAScript() {
        assertThatThrownBy(() -> BootScript.WAIT.with(Map.of("pc", "${net0/mac}", "pause", "1")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot take this pc")
                .hasMessageNotContaining("net0");
        assertThatThrownBy(() -> BootScript.WAIT.with(Map.of("pc", "pc1")))
                .hasMessageContaining("cannot take this pause");
    }
}
