package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenException;

/// Servers that say what they should not, or nothing.
class BrokenServerTest extends WithFakeServer {
    private static final int MUTATIONS = 600;
    private static final Duration SHORT = Duration.ofMillis(300);

    /// Connects and looks until it fails, which must be soon.
    private ScreenException failure() {
        try (RfbScreen screen = connect()) {
            long deadline = System.nanoTime() + Program.PATIENCE.toNanos();
            while (System.nanoTime() < deadline) {
                screen.frame();
                Program.rest(Duration.ofMillis(1));
            }
        } catch (ScreenException e) {
            return e;
        }
        throw new AssertionError("it does not fail");
    }

    private static ServerTalk shown() {
        return ServerTalk.greeting(new SplittableRandom(1)).whole();
    }

    private record Fault(ServerTalk talk, String told) {}

    static Stream<Fault> faults() {
        return Stream.of(
                new Fault(shown().u8(77), "the unknown message 77"),
                new Fault(shown().u8(1), "a colour map"),
                new Fault(shown().u8(3, 0, 0, 0).u32(1L << 31), "cut text of 2147483648 bytes"),
                new Fault(
                        shown().update(1).rectangle(1, 2, 3, 4, 12345),
                        "rectangle of 3 x 4 at 1,2 (encoding 12345): an encoding that nobody"),
                new Fault(
                        shown().update(1).rectangle(149, 0, 2, 1, 0),
                        "(RAW): it leaves the screen of 150 x 100"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 2, 2, 1).u16(149, 99),
                        "(COPY_RECT): it leaves the screen"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 5).u8(10).u32(0).u8(1, 0x33, 0x10),
                        "(HEXTILE): a part of its tile at 0,0 leaves it"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 16).u32(17 << 20),
                        "(ZRLE): zlib data of 17825792 bytes"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 16).u32(2).u8(1, 2),
                        "(ZRLE): its zlib data is damaged"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 16).u32(0),
                        "(ZRLE): its zlib data unpacks to less"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 7).u8(0xF0),
                        "(TIGHT): it is of the unknown kind 15"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 7).u8(0x40, 9),
                        "(TIGHT): it has the unknown filter 9"),
                new Fault(
                        shown().update(1)
                                .rectangle(0, 0, 2, 1, 7)
                                .u8(0x40, 1, 2)
                                .text("abcdefghi")
                                .u8(0, 3),
                        "(TIGHT): it uses colour 3 of a palette of 3"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 4, 4, 7).u8(0x90, 3, 1, 2, 3),
                        "(TIGHT): its JPEG picture cannot be read"),
                new Fault(
                        shown().update(1)
                                .jpeg(0, 0, 8, 8, 1)
                                .update(1)
                                .rectangle(0, 0, 60000, 60000, -239),
                        "(CURSOR): pointer's shape of 14850000000 bytes"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 60000, 60000, -223),
                        "announces a screen of 60000 x 60000 pixels; sizes from"),
                new Fault(
                        shown().update(1).rectangle(0, 0, 0, 0, -308).u32(0),
                        "announces a screen of 0 x 0 pixels"),
                new Fault(shown().update(3), "is lost: the server closed it"),
                new Fault(
                        new ServerTalk(new SplittableRandom(1)).text("HTTP/1.1 400"),
                        "no RFB version"),
                new Fault(
                        new ServerTalk(new SplittableRandom(1))
                                .text("RFB 003.008\n")
                                .u8(0)
                                .u32(9)
                                .text("too\u0007 many"),
                        "refuses: \"too? many\""),
                new Fault(
                        new ServerTalk(new SplittableRandom(1))
                                .text("RFB 003.003\n")
                                .u32(0)
                                .u32(4)
                                .text("busy"),
                        "refuses: \"busy\""),
                new Fault(
                        new ServerTalk(new SplittableRandom(1)).text("RFB 003.008\n").u8(2, 19, 16),
                        "only security types [19, 16]"),
                new Fault(
                        new ServerTalk(new SplittableRandom(1))
                                .text("RFB 003.007\n")
                                .u8(1, 1)
                                .screen(0, 10),
                        "announces a screen of 0 x 10 pixels"));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void aFaultIsToldWithItsPlace(Fault fault) {
        server.say(fault.talk().bytes(), true);

        assertThat(failure()).hasMessageContaining(fault.told());
    }

    @Test
    void aJpegPictureOfAnotherSizeIsRefused() {
        byte[] bytes = shown().update(1).jpeg(0, 0, 8, 8, 1).bytes();
        byte[] before = shown().update(1).bytes();
        bytes[before.length + 5] = 9;
        server.say(bytes, true);

        assertThat(failure()).hasMessageContaining("its JPEG picture has 8 x 8 pixels");
    }

    @Test
    void damagedTalkEndsInAScreenExceptionAndNeverHangs() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        ServerTalk talk = ServerTalk.greeting(random.split()).whole();
        talk.anything(40).update(1).jpeg(1, 2, 30, 20, 0x123456);
        byte[] genuine = talk.bytes();
        int interesting = genuine.length - ServerTalk.WIDTH * ServerTalk.HEIGHT * 4;
        for (int mutation = 0; mutation < MUTATIONS; mutation++) {
            byte[] mutated = Arrays.copyOf(genuine, genuine.length);
            int changes = 1 + random.nextInt(4);
            for (int change = 0; change < changes; change++) {
                int at =
                        random.nextInt(8) == 0
                                ? random.nextInt(60)
                                : genuine.length - 1 - random.nextInt(interesting);
                mutated[at] = (byte) random.nextInt(256);
            }
            int length = random.nextInt(4) == 0 ? random.nextInt(mutated.length) : mutated.length;
            server.say(Arrays.copyOf(mutated, length), true);

            assertThat(failure())
                    .as("seed %d, mutation %d", seed, mutation)
                    .hasMessageNotContaining("Exception");
        }
    }

    @Test
    void aServerThatIsSilentIsGivenUpInTime() {
        server.say(new byte[0], false);

        assertThatThrownBy(() -> connect(SHORT))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("has sent no picture within 300 ms");
        assertThat(new String(server.heard(), StandardCharsets.ISO_8859_1)).isEmpty();
    }

    @Test
    void aServerThatFallsSilentBeforeThePictureIsGivenUpInTime() {
        byte[] bytes = shown().bytes();
        server.say(Arrays.copyOf(bytes, bytes.length - 1), false);

        assertThatThrownBy(() -> connect(SHORT))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("has sent no picture within 300 ms");
    }

    @Test
    void noServerIsToldAtOnce() {
        assertThatThrownBy(() ->
                        RfbScreen.connect(
                                UnixDomainSocketAddress.of(folder.resolve("nobody")),
                                Optional.empty(),
                                Program.PATIENCE))
                .isInstanceOf(ScreenException.class)
                .hasMessageContainingAll("nobody is lost:", "No such file");
        assertThatThrownBy(() ->
                        RfbScreen.connect(
                                InetSocketAddress.createUnresolved("nobody.invalid", 5900),
                                Optional.empty(),
                                Program.PATIENCE))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("cannot talk to a VNC server at nobody.invalid");
    }

    @Test
    void whatIsLostStaysLostForPicturesAndInput() {
        server.say(shown().bytes(), true);
        try (RfbScreen screen = connect()) {
            Program.until("the loss", () -> isLost(screen));

            assertThatThrownBy(screen::frame)
                    .isInstanceOf(ScreenException.class)
                    .hasMessageContaining("the server closed it; connect anew");
            assertThatThrownBy(() -> screen.key(Key.ENTER, true))
                    .isInstanceOf(ScreenException.class)
                    .hasMessageContaining("the server closed it");
            assertThatThrownBy(() -> screen.pointer(1, 1, true, 10, 10))
                    .isInstanceOf(ScreenException.class);
            assertThatThrownBy(() -> screen.wheel(1)).isInstanceOf(ScreenException.class);
        }
    }

    private static boolean isLost(RfbScreen screen) {
        try {
            screen.frame();
            return false;
        } catch (ScreenException _) {
            return true;
        }
    }

    @Test
    void closingHangsUpAfterWhatWasTyped() {
        server.say(shown().bytes(), false);
        RfbScreen screen = connect();

        screen.key(Key.TAB, true);
        screen.key(Key.TAB, false);
        screen.close();
        screen.close();

        byte[] heard = server.heard();
        assertThat(Arrays.copyOfRange(heard, heard.length - 16, heard.length))
                .containsExactly(4, 1, 0, 0, 0, 0, 0xFF, 9, 4, 0, 0, 0, 0, 0, 0xFF, 9);
        assertThatThrownBy(screen::frame)
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("was closed");
    }

    @ParameterizedTest
    @CsvSource({
        "003.003, 003.003", "003.005, 003.003", "003.006, 003.003", "003.007, 003.007",
        "003.008, 003.008", "003.889, 003.008", "004.001, 003.008", "005.000, 003.008"
    })
    void everyVersionIsAnsweredAsTheSpecificationSays(String offered, String spoken) {
        ServerTalk talk = new ServerTalk(new SplittableRandom(1)).text("RFB " + offered + "\n");
        switch (spoken) {
            case "003.003" -> talk.u32(1);
            case "003.007" -> talk.u8(1, 1);
            default -> talk.u8(2, 30, 1).u32(0);
        }
        talk.screen(ServerTalk.WIDTH, ServerTalk.HEIGHT).whole();
        server.say(talk.bytes(), false);

        try (RfbScreen screen = connect()) {
            assertThat(screen.frame()).isEqualTo(talk.expected());
        }
        List<String> choice = spoken.equals("003.003") ? List.of() : List.of("\u0001");
        assertThat(new String(server.heard(), StandardCharsets.ISO_8859_1))
                .startsWith("RFB " + spoken + "\n" + String.join("", choice) + "\u0001\0\0\0\0 ");
    }
}
