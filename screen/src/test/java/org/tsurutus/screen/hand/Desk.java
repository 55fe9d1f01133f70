package org.tsurutus.screen.hand;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenClock;
import org.tsurutus.screen.ScreenException;

/// Devices that note what they are told and when; time passes only when someone rests.
final class Desk implements Input {
    private final List<Event> events = new ArrayList<>();
    private Duration now = Duration.ZERO;
    private boolean failing;

    /// Something that a device was told, and when.
    sealed interface Event {
        Duration at();
    }

    record Pointed(Duration at, int x, int y, boolean pressed) implements Event {}

    record Turned(Duration at, int notches) implements Event {}

    record Typed(Duration at, Key key, boolean pressed) implements Event {}

    ScreenClock clock() {
        return new ScreenClock(() -> Instant.EPOCH.plus(now), () -> now.toNanos(), 0, this::pass);
    }

    List<Event> events() {
        return events;
    }

    List<Pointed> pointed() {
        return only(Pointed.class);
    }

    <E extends Event> List<E> only(Class<E> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    Duration now() {
        return now;
    }

    /// From now on time does not pass but fails.
    void fail() {
        failing = true;
    }

    private void pass(Duration time) {
        assertNotNegative(time);
        if (failing) {
            throw new ScreenException("the PC is gone");
        }
        now = now.plus(time);
    }

    private static void assertNotNegative(Duration time) {
        if (time.isNegative()) {
            throw new AssertionError("nobody rests for " + time);
        }
    }

    @Override
    public void pointer(int x, int y, boolean pressed, int width, int height) {
        if (x < 0 || y < 0 || x >= width || y >= height) {
            throw new AssertionError("no pixel %d,%d of %d x %d".formatted(x, y, width, height));
        }
        events.add(new Pointed(now, x, y, pressed));
    }

    @Override
    public void wheel(int notches) {
        events.add(new Turned(now, notches));
    }

    @Override
    public void key(Key key, boolean pressed) {
        events.add(new Typed(now, key, pressed));
    }
}
