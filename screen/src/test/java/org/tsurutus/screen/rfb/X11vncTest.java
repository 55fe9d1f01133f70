package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;

/// x11vnc, which is LibVNCServer, over TCP.
class X11vncTest {
    private static final String PORT = "PORT=";

    private static XDisplay display;
    private static Program painter;
    private static Program server;
    private static SocketAddress address;

    @BeforeAll
    static void start() {
        display = XDisplay.xvfb();
        painter = display.painter();
        server =
                Program.start(
                        Map.of(),
                        List.of(
                                "x11vnc",
                                "-display",
                                display.number(),
                                "-localhost",
                                "-autoport",
                                "5990",
                                "-shared",
                                "-forever",
                                "-nopw",
                                "-quiet",
                                "-noxdamage",
                                "-cursor",
                                "arrow"));
        String line = server.line();
        while (!line.startsWith(PORT)) {
            line = server.line();
        }
        address =
                new InetSocketAddress(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(line.substring(PORT.length())));
    }

    @AfterAll
    static void end() {
        server.close();
        painter.close();
        display.close();
    }

    private static RfbScreen connect(Encoding... encodings) {
        return RfbScreen.connect(
                address, Optional.empty(), Program.PATIENCE, Encoding.wishes(encodings));
    }

    @ParameterizedTest
    @EnumSource(names = {"HEXTILE", "ZRLE", "TIGHT"})
    void aLosslessEncodingShowsWhatRawShows(Encoding encoding) {
        try (RfbScreen raw = connect(Encoding.RAW);
                RfbScreen screen = connect(encoding)) {
            for (int seed = 1; seed <= 2; seed++) {
                Frame before = raw.frame();
                painter.tell("paint " + (encoding.ordinal() * 10 + seed));
                painter.await("painted");

                Program.until("another picture", () -> !raw.frame().equals(before));
                Program.until("the same picture", () -> screen.frame().equals(raw.frame()));
            }
            assertThat(screen.received()).containsKey(encoding).doesNotContainKey(Encoding.RAW);
        }
    }

    @Test
    void whatIsTypedAndClickedReachesTheProgram() {
        try (RfbScreen screen = RfbScreen.connect(address, Optional.empty(), Program.PATIENCE)) {
            screen.pointer(15, 470, true, 640, 480);
            screen.pointer(15, 470, false, 640, 480);
            painter.await("button 1 down 15 470");
            painter.await("button 1 up 15 470");
            screen.key(Key.of('A'), true);
            screen.key(Key.of('A'), false);
            painter.await("key 41 A down");
        }
    }
}
