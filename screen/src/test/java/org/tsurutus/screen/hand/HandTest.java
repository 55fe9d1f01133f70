package org.tsurutus.screen.hand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.hand.Desk.Pointed;
import org.tsurutus.screen.hand.Desk.Turned;
import org.tsurutus.screen.hand.Desk.Typed;

class HandTest {
    private static final Frame FRAME = new Frame(1024, 768, new int[1024 * 768]);
    private static final Box BUTTON = new Box(700, 500, 90, 30);
    private static final long SEED = 20_261_124;

    private final Desk desk = new Desk();
    private final Hand hand = hand(desk, SEED);

    @Test
    void theSameSeedMakesTheSameEvents() {
        Desk again = new Desk();
        Desk other = new Desk();
        for (Hand each : List.of(hand, hand(again, SEED), hand(other, SEED + 1))) {
            each.aim(BUTTON);
            each.press();
            each.doublePress();
            each.idle(Duration.ofSeconds(20));
            each.scroll(-9);
            each.type("Hello, World");
            each.press(Key.ENTER);
            each.chord(Key.ALT, Key.of('n'));
            each.park(List.of(BUTTON));
        }

        assertThat(desk.events()).isEqualTo(again.events()).isNotEqualTo(other.events());
        assertThat(desk.events()).hasSizeGreaterThan(100);
    }

    @Test
    void everyAimEndsInTheInnerPartOfTheBoxAndInTime() {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 500; round++) {
            Box box = randomBox(random);
            Duration before = desk.now();
            hand.aim(box);

            Pointed last = desk.pointed().getLast();
            assertThat(last.x())
                    .isBetween(box.x() + box.width() / 5, box.right() - 1 - box.width() / 5);
            assertThat(last.y())
                    .isBetween(box.y() + box.height() / 5, box.bottom() - 1 - box.height() / 5);
            assertThat(desk.now().minus(before).toMillis()).isBetween(99L, 381L);
        }
    }

    @Test
    void noPixelIsTakenTwiceRunning() {
        for (int round = 0; round < 200; round++) {
            hand.aim(BUTTON);
        }

        List<Pointed> moves = desk.pointed();
        for (int index = 1; index < moves.size(); index++) {
            assertThat(pixel(moves.get(index))).isNotEqualTo(pixel(moves.get(index - 1)));
        }
        assertThat(moves).noneMatch(Pointed::pressed);
    }

    @Test
    void pressesOfOneButtonAreSpreadAndNeverTwiceRunningOnOnePixel() {
        Set<Pixel> pixels = new HashSet<>();
        for (int round = 0; round < 200; round++) {
            hand.aim(BUTTON);
            hand.press();
            hand.press();
        }

        List<Pointed> presses = desk.pointed().stream().filter(Pointed::pressed).toList();
        assertThat(presses).hasSize(400).allMatch(press -> BUTTON.contains(press.x(), press.y()));
        for (int index = 1; index < presses.size(); index++) {
            assertThat(pixel(presses.get(index))).isNotEqualTo(pixel(presses.get(index - 1)));
        }
        presses.forEach(press -> pixels.add(pixel(press)));
        assertThat(pixels).hasSizeGreaterThan(150);
    }

    @Test
    void aPressHoldsTheButtonForAPersonsTime() {
        for (int round = 0; round < 100; round++) {
            hand.press();
        }

        List<Duration> holds = holds();
        assertThat(holds)
                .hasSize(100)
                .allMatch(hold -> hold.toMillis() >= 50 && hold.toMillis() <= 120);
        assertThat(new HashSet<>(holds)).hasSizeGreaterThan(30);
    }

    @Test
    void aDoublePressIsQuickAndBarelyMoves() {
        for (int round = 0; round < 100; round++) {
            Desk fresh = new Desk();
            hand(fresh, round).doublePress();

            List<Pointed> presses = fresh.pointed().stream().filter(Pointed::pressed).toList();
            assertThat(presses).hasSize(2);
            assertThat(presses.get(1).at().minus(presses.get(0).at()).toMillis())
                    .isBetween(110L, 260L);
            assertThat(Math.abs(presses.get(1).x() - presses.get(0).x())).isLessThanOrEqualTo(1);
            assertThat(Math.abs(presses.get(1).y() - presses.get(0).y())).isLessThanOrEqualTo(1);
            assertThat(fresh.pointed().getLast().pressed()).isFalse();
        }
    }

    @Test
    void anIdleHandMovesALittleAndPressesNothing() {
        hand.idle(Duration.ofMinutes(2));

        assertThat(desk.now()).isEqualTo(Duration.ofMinutes(2));
        assertThat(desk.events()).hasSizeGreaterThan(60).hasSameSizeAs(desk.pointed());
        assertThat(desk.pointed()).noneMatch(Pointed::pressed);
        for (int index = 1; index < desk.pointed().size(); index++) {
            Pointed before = desk.pointed().get(index - 1);
            Pointed after = desk.pointed().get(index);
            assertThat(Math.abs(after.x() - before.x())).isLessThan(15);
            assertThat(Math.abs(after.y() - before.y())).isLessThan(15);
        }
    }

    @Test
    void anIdleHandThatIsInterruptedStops() {
        Thread.currentThread().interrupt();
        hand.idle(Duration.ofMinutes(2));

        assertThat(Thread.interrupted()).isTrue();
        assertThat(desk.events()).isEmpty();
    }

    @Test
    void theWheelTurnsNotchByNotch() {
        hand.scroll(20);
        hand.scroll(-3);
        hand.scroll(0);

        List<Turned> turns = desk.only(Turned.class);
        assertThat(turns.stream().limit(20)).hasSize(20).allMatch(turn -> turn.notches() == 1);
        assertThat(turns.stream().skip(20)).hasSize(3).allMatch(turn -> turn.notches() == -1);
        List<Long> pauses = pauses(turns.stream().map(Turned::at).limit(20).toList());
        assertThat(pauses).allMatch(pause -> pause >= 30 && pause <= 400);
        assertThat(pauses).filteredOn(pause -> pause >= 160).hasSizeBetween(3, 6);
    }

    @Test
    void aTextIsTypedKeyByKeyWithARhythm() {
        hand.type("Ab é€ \uD83D\uDE00.");

        List<Typed> keys = desk.only(Typed.class);
        assertThat(keys.stream().filter(Typed::pressed).map(Typed::key))
                .containsExactly(
                        Key.SHIFT,
                        Key.of('A'),
                        Key.of('b'),
                        Key.SPACE,
                        Key.of('é'),
                        Key.of('€'),
                        Key.SPACE,
                        Key.of(0x1F600),
                        Key.of('.'));
        assertThat(keys.stream().limit(4).map(key -> key.key().keysym() + ":" + key.pressed()))
                .containsExactly("65505:true", "65:true", "65:false", "65505:false");
        assertThat(keys).hasSize(18);
        assertThat(Set.copyOf(pauses(keys.stream().map(Typed::at).toList()))).hasSizeGreaterThan(8);
    }

    @Test
    void whatIsHeldIsLetGoOfWhenSomethingFails() {
        desk.fail();

        assertThatThrownBy(hand::press).isInstanceOf(ScreenException.class);
        assertThatThrownBy(() -> hand.press(Key.ENTER)).isInstanceOf(ScreenException.class);
        assertThatThrownBy(() -> hand.chord(Key.ALT, Key.TAB)).isInstanceOf(ScreenException.class);

        assertThat(desk.pointed().stream().map(Pointed::pressed)).containsExactly(true, false);
        assertThat(desk.only(Typed.class).stream().map(key -> key.key() + " " + key.pressed()))
                .containsExactly(
                        Key.ENTER + " true",
                        Key.ENTER + " false",
                        Key.ALT + " true",
                        Key.ALT + " false");
    }

    @Test
    void aParkedPointerCoversNoneOfTheBoxesAndIsNearAnEdge() {
        System.out.println("seed " + SEED);
        SplittableRandom random = new SplittableRandom(SEED);
        for (int round = 0; round < 300; round++) {
            List<Box> avoid =
                    List.of(randomBox(random), randomBox(random), new Box(900, 60, 124, 500));
            hand.park(avoid);

            Box pointer = hand.pointer();
            Pointed last = desk.pointed().getLast();
            assertThat(pointer.contains(last.x(), last.y())).isTrue();
            assertThat(FRAME.box().contains(pointer)).isTrue();
            assertThat(avoid).noneMatch(box -> meet(box, pointer));
            assertThat(List.of(last.x(), last.y(), 1023 - last.x(), 767 - last.y()))
                    .anyMatch(distance -> distance < 4);
        }
    }

    @Test
    void aPointerParksAlthoughEverythingIsToBeAvoided() {
        hand.park(List.of(FRAME.box()));

        assertThat(desk.pointed().getLast().x()).isGreaterThanOrEqualTo(1020);
    }

    @Test
    void aHandWorksInTheSmallestFrame() {
        Desk tiny = new Desk();
        Frame dot = new Frame(1, 1, new int[1]);
        Hand small = new Hand(tiny, tiny.clock(), RandomGenerator.getDefault(), dot);

        small.aim(dot.box());
        small.doublePress();
        small.park(List.of());
        small.idle(Duration.ofSeconds(30));

        assertThat(tiny.pointed().stream().map(Pointed::pressed))
                .containsExactly(true, false, true, false);
        assertThat(small.fits(dot)).isTrue();
        assertThat(small.fits(FRAME)).isFalse();
    }

    private static Hand hand(Desk desk, long seed) {
        return new Hand(desk, desk.clock(), new SplittableRandom(seed), FRAME);
    }

    private static Box randomBox(SplittableRandom random) {
        int width = 1 + random.nextInt(200);
        int height = 1 + random.nextInt(60);
        return new Box(random.nextInt(850 - width), random.nextInt(768 - height), width, height);
    }

    private static Pixel pixel(Pointed pointed) {
        return new Pixel(pointed.x(), pointed.y());
    }

    private static boolean meet(Box one, Box other) {
        return one.x() < other.right()
                && other.x() < one.right()
                && one.y() < other.bottom()
                && other.y() < one.bottom();
    }

    private List<Duration> holds() {
        List<Pointed> all = desk.pointed();
        return IntStream.range(0, all.size())
                .filter(index -> all.get(index).pressed())
                .mapToObj(index -> all.get(index + 1).at().minus(all.get(index).at()))
                .toList();
    }

    private static List<Long> pauses(List<Duration> times) {
        return IntStream.range(1, times.size())
                .mapToObj(index -> times.get(index).minus(times.get(index - 1)).toMillis())
                .toList();
    }
}
