package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Frame;

/// Every way in which a rectangle may be said, as no one server says it.
class DecodersTest extends WithFakeServer {
    private static final int ROUNDS = 50;

    @Test
    void whateverAServerSaysMakesThePictureThatItMeans() {
        long seed = new SplittableRandom().nextLong();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < ROUNDS; round++) {
            ServerTalk talk = ServerTalk.greeting(random.split()).whole();
            for (int update = 0; update < 4; update++) {
                talk.anything(1 + random.nextInt(12));
            }
            server.say(talk.bytes(), false);
            Frame expected = talk.expected();

            try (RfbScreen screen = connect()) {
                Program.until("the picture of seed " + seed, () -> screen.frame().equals(expected));
            }
        }
    }

    @Test
    void aJpegPictureIsShownWhereItBelongs() {
        ServerTalk talk =
                ServerTalk.greeting(new SplittableRandom(1))
                        .whole()
                        .update(1)
                        .jpeg(10, 20, 32, 16, 0x2040C0);
        server.say(talk.bytes(), false);

        try (RfbScreen screen = connect()) {
            Program.until("the picture", () -> screen.received().containsKey(Encoding.TIGHT));
            Program.until(
                    "the colour", () -> screen.frame().at(20, 30) != talk.expected().at(20, 30));
            int colour = screen.frame().at(20, 30);
            assertThat(colour >> 16).isBetween(0x1C, 0x24);
            assertThat(colour >> 8 & 0xFF).isBetween(0x3C, 0x44);
            assertThat(colour & 0xFF).isBetween(0xBC, 0xC4);
            assertThat(screen.frame().at(9, 20)).isEqualTo(talk.expected().at(9, 20));
        }
    }

    @Test
    void aPictureIsShownOnlyOnceAllOfItCame() {
        ServerTalk talk = ServerTalk.greeting(new SplittableRandom(1));
        int half = ServerTalk.HEIGHT / 2;
        talk.update(1).rectangle(0, 0, ServerTalk.WIDTH, half, 0);
        talk.text("x".repeat(ServerTalk.WIDTH * half * 4));
        talk.update(1).rectangle(0, half, ServerTalk.WIDTH, half, 0);
        talk.text("y".repeat(ServerTalk.WIDTH * half * 4));
        server.say(talk.bytes(), false);

        try (RfbScreen screen = connect()) {
            assertThat(screen.frame().at(0, 0)).isEqualTo(0x787878);
            assertThat(screen.frame().at(0, half)).isEqualTo(0x797979);
        }
    }

    @Test
    void halfAnUpdateIsNeverShown() {
        ServerTalk talk = ServerTalk.greeting(new SplittableRandom(1)).whole();
        Frame whole = talk.expected();
        talk.update(2).rectangle(0, 0, 2, 1, 0).text("abcdefgh").rectangle(5, 5, 40, 40, 0);
        server.say(talk.bytes(), false);

        try (RfbScreen screen = connect()) {
            Program.until("the half", () -> screen.received().get(Encoding.RAW) == 3);
            assertThat(screen.frame()).isEqualTo(whole);
        }
    }

    @Test
    void anUpdateThatChangesNothingGivesTheVeryFrame() {
        ServerTalk talk = ServerTalk.greeting(new SplittableRandom(1)).whole();
        int first = talk.expected().at(0, 0);
        talk.update(1).rectangle(0, 0, 1, 1, 0).u8(first, first >> 8, first >> 16, 77);
        server.say(talk.bytes(), false);

        try (RfbScreen screen = connect()) {
            Frame frame = screen.frame();
            Program.until("the update", () -> screen.received().get(Encoding.RAW) == 2);
            Program.rest(Duration.ofMillis(50));
            assertThat(screen.frame()).isSameAs(frame);
        }
    }
}
