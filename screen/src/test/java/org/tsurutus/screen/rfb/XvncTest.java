package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;

/// TigerVNC's server, with a program that paints.
class XvncTest {
    private static final int BEST_JPEG = -23;

    @TempDir static Path folder;
    private static XDisplay display;
    private static Program painter;

    @BeforeAll
    static void start() {
        display = XDisplay.xvnc(folder.resolve("x"), "-SecurityTypes", "None");
        painter = display.painter();
    }

    @AfterAll
    static void end() {
        painter.close();
        display.close();
    }

    private static RfbScreen connect(List<Integer> encodings) {
        return RfbScreen.connect(
                XDisplay.address(folder.resolve("x")),
                Optional.empty(),
                Program.PATIENCE,
                encodings);
    }

    private static Frame raw() {
        try (RfbScreen screen = connect(Encoding.wishes(Encoding.RAW))) {
            assertThat(screen.received()).containsKey(Encoding.RAW);
            return screen.frame();
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"HEXTILE", "ZRLE", "TIGHT"})
    void aLosslessEncodingGivesTheVeryPictureThatRawGives(Encoding encoding) {
        for (int seed = 1; seed <= 4; seed++) {
            painter.tell("paint " + seed);
            painter.await("painted");
            Frame expected = raw();

            try (RfbScreen screen = connect(Encoding.wishes(encoding))) {
                assertThat(screen.frame()).isEqualTo(expected);
                assertThat(screen.received()).containsKey(encoding).doesNotContainKey(Encoding.RAW);
            }
        }
    }

    @ParameterizedTest
    @EnumSource(names = {"RAW", "HEXTILE", "ZRLE", "TIGHT"})
    void changesArriveOneAfterTheOther(Encoding encoding) {
        try (RfbScreen screen = connect(Encoding.wishes(encoding))) {
            for (int seed = 11; seed <= 16; seed++) {
                painter.tell("paint " + seed);
                painter.await("painted");
                Frame expected = raw();

                Program.until("picture " + seed, () -> screen.frame().equals(expected));
            }
        }
    }

    @Test
    void aPictureInJpegComesClose() {
        painter.tell("paint 5");
        painter.await("painted");
        Frame expected = raw();
        List<Integer> wishes = new ArrayList<>(Encoding.wishes(Encoding.TIGHT));
        wishes.add(BEST_JPEG);

        try (RfbScreen screen = connect(wishes)) {
            Frame frame = screen.frame();

            assertThat(screen.received()).containsKey(Encoding.TIGHT);
            assertThat(frame).isNotEqualTo(expected);
            assertThat(meanError(frame, expected)).isCloseTo(0, within(4.0));
        }
    }

    private static double meanError(Frame one, Frame other) {
        double sum = 0;
        for (int y = 0; y < one.height(); y++) {
            for (int x = 0; x < one.width(); x++) {
                for (int shift = 0; shift < 24; shift += 8) {
                    sum +=
                            Math.abs(
                                    (one.at(x, y) >> shift & 0xFF)
                                            - (other.at(x, y) >> shift & 0xFF));
                }
            }
        }
        return sum / one.width() / one.height() / 3;
    }

    @Test
    void aWindowThatMovesIsCopied() {
        painter.tell("move 470 350");
        painter.await("painted");
        try (RfbScreen screen = connect(Encoding.wishes(Encoding.ZRLE))) {
            for (String place : List.of("400 300", "410 340", "380 335", "470 350")) {
                painter.tell("move " + place);
                painter.await("painted");
                Frame expected = raw();
                Program.until("the move", () -> screen.frame().equals(expected));
            }

            assertThat(screen.received()).containsKey(Encoding.COPY_RECT);
        }
    }

    @Test
    void theVeryFrameIsGivenWhileNothingChangesAndThePointerIsNotInIt() {
        try (RfbScreen screen = connect(Encoding.forSameHost())) {
            // a pointer that is not where this client put it is painted until it is
            screen.pointer(95, 100, false, 640, 480);
            Program.rest(Duration.ofMillis(200));
            Frame frame = screen.frame();
            for (int step = 0; step < 20; step++) {
                screen.pointer(100 + step * 5, 100, false, 640, 480);
                Program.rest(Duration.ofMillis(10));
            }

            assertThat(screen.frame()).isSameAs(frame);
            assertThat(screen.received()).containsKey(Encoding.CURSOR);
        }
    }

    @Test
    void anotherClientSeesTheSame() throws Exception {
        Frame expected = raw();

        assertThat(OtherClient.frame(folder.resolve("x"))).isEqualTo(expected);
    }

    @Test
    void whatIsTypedClickedAndTurnedReachesTheProgram() {
        try (RfbScreen screen = connect(Encoding.forNetwork())) {
            screen.pointer(15, 470, false, 640, 480);
            screen.pointer(15, 470, true, 640, 480);
            screen.pointer(15, 470, false, 640, 480);
            painter.await("button 1 down 15 470");
            painter.await("button 1 up 15 470");

            screen.wheel(2);
            painter.await("scroll down");
            painter.await("scroll down");
            screen.wheel(-1);
            painter.await("scroll up");

            for (char character : "aA1!/é".toCharArray()) {
                screen.key(Key.of(character), true);
                screen.key(Key.of(character), false);
                painter.await(
                        "key %x %c down"
                                .formatted((int) Character.toUpperCase(character), character));
            }
            screen.key(Key.ENTER, true);
            screen.key(Key.ENTER, false);
            painter.await("key 1000004  down");
            painter.await("key 1000004  up");
        }
    }

    @Test
    void aPlaceInAFrameOfAnotherSizeIsScaled() {
        try (RfbScreen screen = connect(Encoding.forNetwork())) {
            screen.pointer(30, 235, true, 320, 240);
            screen.pointer(30, 235, false, 320, 240);
        }

        painter.await("button 1 down 60 470");
        painter.await("button 1 up 60 470");
    }

    @Test
    void aScreenOfAnotherSizeIsSeenOnceAllOfItCame() throws Exception {
        try (RfbScreen screen = connect(Encoding.wishes(Encoding.TIGHT))) {
            for (int[] size : new int[][] {{800, 600}, {320, 200}, {640, 480}}) {
                OtherClient.resize(folder.resolve("x"), size[0], size[1]);
                Program.until("the size", () -> screen.frame().width() == size[0]);
                painter.tell("paint 9");
                painter.await("painted");
                Frame expected = raw();

                assertThat(expected.height()).isEqualTo(size[1]);
                Program.until("the picture", () -> screen.frame().equals(expected));
            }
            assertThat(screen.received()).containsKey(Encoding.EXTENDED_DESKTOP_SIZE);
        }
    }
}
