package org.tsurutus.screen.tries;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.ScreenException;

/// A button is pressed at 1000 ms and let go of at 1100 ms; the pointer is out of the way at 1400.
class WatchTest {
    private static final Box SCREEN = new Box(0, 0, 200, 100);
    private static final Box DIALOG = new Box(20, 20, 100, 60);
    private static final Box BUTTON = new Box(30, 60, 30, 12);
    private static final Box POINTER = new Box(40, 62, 8, 8);
    private static final Box PARKED = new Box(192, 50, 8, 8);
    private static final Frame BEFORE = frame();

    private final TreeMap<Long, Frame> film = new TreeMap<>();
    private long now = 1000;

    @Test
    void aReactionIsDatedWhileThePointerIsStillOnItsWay() {
        film.put(1150L, frame(DIALOG));

        Aftermath aftermath = pressAndWatch();

        assertThat(aftermath.changed()).isTrue();
        assertThat(aftermath.reactionMillis()).isBetween(150L, 200L);
        assertThat(aftermath.frame()).isEqualTo(frame(DIALOG));
    }

    @Test
    void aLateReactionIsDatedFromThePress() {
        film.put(1900L, frame(DIALOG));

        assertThat(pressAndWatch().reactionMillis()).isBetween(900L, 950L);
    }

    @Test
    void whatAButtonShowsOfThePressIsNoReaction() {
        film.put(1000L, frame(BUTTON));
        film.put(1120L, BEFORE);
        film.put(1500L, frame(DIALOG));

        assertThat(pressAndWatch().reactionMillis()).isBetween(500L, 550L);
    }

    @Test
    void thePointersPictureIsNoReactionThoughItComesLate() {
        film.put(1000L, frame(POINTER));
        film.put(1300L, frame(new Box(70, 60, 8, 8)));
        film.put(1390L, frame(PARKED));

        Aftermath aftermath = pressAndWatch();

        assertThat(aftermath.changed()).isFalse();
        assertThat(aftermath.reactionMillis()).isGreaterThanOrEqualTo(2000);
    }

    @Test
    void whatLightsUpUnderThePointerIsNoReaction() {
        film.put(1200L, frame(new Box(30, 30, 60, 10)));
        film.put(1350L, BEFORE);
        film.put(1700L, frame(DIALOG));

        assertThat(pressAndWatch().reactionMillis()).isBetween(700L, 750L);
    }

    @Test
    void aScreenThatIsGoneEndsTheWatch() {
        Watch watch =
                new Watch(
                        () -> {
                            throw new ScreenException("the PC is off; start it");
                        },
                        clock(),
                        BEFORE,
                        now,
                        new Watch.Places(DIALOG, BUTTON, List.of(BUTTON)),
                        POINTER);

        Aftermath aftermath = watch.settle(now, PARKED);

        assertThat(aftermath.changed()).isFalse();
        assertThat(aftermath.frame()).isEqualTo(BEFORE);
        assertThat(now).isLessThan(1100);
    }

    private Aftermath pressAndWatch() {
        film.putIfAbsent(0L, BEFORE);
        Watch.Places places = new Watch.Places(DIALOG, BUTTON, List.of(BUTTON, POINTER));
        long pressed = now;
        now += 100;
        Watch watch =
                new Watch(
                        () -> film.floorEntry(now).getValue(),
                        clock(),
                        BEFORE,
                        pressed,
                        places,
                        POINTER);
        for (int step = 1; step <= 25; step++) {
            now += 12;
            watch.glance(between(step / 25.0));
        }
        return watch.settle(pressed + 100, PARKED);
    }

    private ScreenClock clock() {
        return new ScreenClock(
                () -> Instant.EPOCH,
                () -> Duration.ofMillis(now).toNanos(),
                0,
                rest -> now += rest.toMillis());
    }

    private static Box between(double way) {
        return new Box(
                (int) (POINTER.x() + way * (PARKED.x() - POINTER.x())),
                (int) (POINTER.y() + way * (PARKED.y() - POINTER.y())),
                POINTER.width(),
                POINTER.height());
    }

    /// A screen of one colour, with a part of another one.
    private static Frame frame(Box... parts) {
        int[] pixels = new int[SCREEN.width() * SCREEN.height()];
        for (Box part : parts) {
            for (int at = 0; at < part.width() * part.height(); at++) {
                int row = part.y() + at / part.width();
                pixels[row * SCREEN.width() + part.x() + at % part.width()] = 0x336699;
            }
        }
        return new Frame(SCREEN.width(), SCREEN.height(), pixels);
    }
}
