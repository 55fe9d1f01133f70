package org.tsurutus.screen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Click.Effect;
import org.tsurutus.screen.ClickDecision.Choice;
import org.tsurutus.screen.cast.Screencast;
import org.tsurutus.screen.grammar.ButtonWords;
import org.tsurutus.screen.hand.Hand;
import org.tsurutus.screen.internal.ClickLog;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;
import org.tsurutus.screen.sight.Sight;
import org.tsurutus.screen.tries.Aftermath;
import org.tsurutus.screen.tries.Dialog;
import org.tsurutus.screen.tries.Dialogs;
import org.tsurutus.screen.tries.Dialogs.Step;
import org.tsurutus.screen.tries.Ink;
import org.tsurutus.screen.tries.Tactic;
import org.tsurutus.screen.tries.Watch;

/// Watches a screen and works what lets a waiting specimen go on. It belongs to one thread, the one
/// that opened its [TextReader].
///
/// A dialog is tried in a few ways, and worked at most 25 times when the same one keeps coming
/// back; a run is clicked at most 1000 times. What is not worked is in [#leftAlone()].
public final class CrazyClicker implements AutoCloseable {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final Duration LONGEST_REST = Duration.ofMillis(600);
    private static final Duration POINTER_GONE = Duration.ofMillis(50);
    private static final Duration AT_REST = Duration.ofSeconds(2);
    private static final Duration STILL = Duration.ofSeconds(20);
    private static final double NOTHING_NEW = 0.00002;
    private static final double SAME_INK = 0.5;
    private static final int NEAR = 3;
    private static final int MAX_LEFT_ALONE = 200;
    private static final int MOST_TABS = 12;

    /// What is typed where a dialog wants to be told something: it pleases fields for names, for
    /// numbers of a sort, and for passwords.
    private static final String ANSWER = "user1234";

    private final Screen screen;
    private final Input input;
    private final Sight sight;
    private final Decider decider;
    private final ClickLog log;
    private final Screencast film;
    private final ScreenClock clock;
    private final RandomGenerator random;
    private final Dialogs dialogs = new Dialogs();
    private final List<LeftAlone> leftAlone = new ArrayList<>();
    private Optional<Hand> hand = Optional.empty();
    private Optional<Frame> examined = Optional.empty();
    private Optional<Frame> uncovered = Optional.empty();
    private long lastChange;

    /// @param screens the run's directory for pictures, made if need be
    /// @param clicks the run's `clicks.jsonl`; lines are added at its end
    /// @param random decides where in a button and on which path the pointer goes
    /// @throws ScreenException when `screens` cannot be made
    public CrazyClicker(
            Screen screen,
            Input input,
            TextReader reader,
            Path screens,
            Path clicks,
            ScreenClock clock,
            RandomGenerator random) {
        ButtonWords words = ButtonWords.standard();
        this.screen = screen;
        this.input = input;
        this.sight = new Sight(reader, words);
        this.decider = new Decider(words);
        this.log = new ClickLog(screens, clicks);
        this.film = new Screencast(screens.resolve(Screencast.FILE_NAME));
        this.clock = clock;
        this.random = random;
    }

    /// Looks up to twenty times a second, and clicks, until told to stop or interrupted; then the
    /// thread's interrupt flag is still set.
    ///
    /// @param until asked before every look
    /// @throws ScreenException when the screen, the input or a file fails; clicks made so far are
    ///   written
    public void run(BooleanSupplier until) {
        run(until, _ -> {});
    }

    /// The same, and tells every click at once.
    ///
    /// @param listener told a click when its line is written; what it throws ends the run
    public void run(BooleanSupplier until, Consumer<Click> listener) {
        while (!until.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            long start = clock.millis();
            Optional<Click> click = look();
            click.ifPresent(listener);
            clock.rest(click.isPresent() ? BETWEEN_LOOKS : rest(clock.millis() - start));
        }
    }

    /// A screen that never rests is looked at less often, so that the specimen keeps the processor.
    private static Duration rest(long spent) {
        long millis = Math.clamp(spent * 2, BETWEEN_LOOKS.toMillis(), LONGEST_REST.toMillis());
        return Duration.ofMillis(millis);
    }

    /// Looks once and works at most one control.
    ///
    /// @return the click, already written; empty when there was nothing new or nothing to do
    /// @throws ScreenException when the screen, the input, the text reader or a file fails
    public Optional<Click> look() {
        Frame frame = unobstructed();
        long seen = clock.millis();
        Optional<Click> click = look(frame, seen);
        if (click.isEmpty()) {
            film.add(frame, seen);
        }
        return click;
    }

    private Optional<Click> look(Frame frame, long seen) {
        if (examined.isPresent()
                && (frame.equals(examined.get())
                        || frame.differing(examined.get()) <= NOTHING_NEW)) {
            Optional<Click> uncovered = uncover(frame, seen);
            if (uncovered.isEmpty()) {
                stir();
            }
            return uncovered;
        }
        lastChange = clock.millis();
        examined = Optional.of(frame);
        List<Panel> panels = sight.look(frame).panels();
        for (Panel panel : panels) {
            Dialog dialog = Dialog.of(frame, panel);
            ClickDecision decision = decider.decide(panel);
            switch (step(dialog, decision, panel.equals(panels.getFirst()))) {
                case Step.Try(Tactic tactic) -> {
                    return work(frame, seen, dialog, decision, tactic);
                }
                case Step.Leave(String why) -> leave(frame, dialog, why);
                case Step.Left _ -> {}
            }
        }
        return Optional.empty();
    }

    /// Where nothing more can be done and nothing moves, a dialog behind others is brought to the
    /// front, by its title bar.
    private Optional<Click> uncover(Frame frame, long seen) {
        boolean searched = uncovered.map(frame::equals).orElse(false);
        if (searched || clock.millis() - lastChange < AT_REST.toMillis()) {
            return Optional.empty();
        }
        uncovered = Optional.of(frame);
        for (Panel panel : sight.covered(frame, sight.look(frame).panels())) {
            Dialog dialog = Dialog.of(frame, panel);
            Choice choice =
                    new Choice(panel, panel.controls().getFirst(), "", "a dialog behind others");
            switch (dialogs.next(dialog, List.of(new Tactic.Press()))) {
                case Step.Try(Tactic tactic) -> {
                    return work(
                            frame,
                            seen,
                            dialog,
                            new ClickDecision(Optional.of(choice), List.of()),
                            tactic);
                }
                case Step.Leave(String why) -> leave(frame, dialog, why);
                case Step.Left _ -> {}
            }
        }
        return Optional.empty();
    }

    private Step step(Dialog dialog, ClickDecision decision, boolean inFront) {
        return decision.choice()
                .map(choice ->
                        dialogs.next(dialog, Tactic.of(dialog.panel(), choice.control(), inFront)))
                .orElseGet(() -> dialogs.leave(dialog, "nothing that is known to go on"));
    }

    /// How many clicks were made so far.
    public int clicks() {
        return dialogs.clicks();
    }

    /// The dialogs that were seen and are worked no more, in the order of their first sight.
    public List<LeftAlone> leftAlone() {
        return List.copyOf(leftAlone);
    }

    /// Ends the screencast.
    ///
    /// @throws ScreenException when its end cannot be written
    @Override
    public void close() {
        film.close();
    }

    /// A frame whose labels the pointer does not cover.
    private Frame unobstructed() {
        Frame frame = screen.frame();
        if (hand.isPresent() && hand.get().fits(frame)) {
            return frame;
        }
        Hand fresh = new Hand(input, clock, random, frame);
        fresh.park(List.of());
        hand = Optional.of(fresh);
        clock.rest(POINTER_GONE);
        return screen.frame();
    }

    /// Where nothing has happened for a while, a person moves the mouse about and scrolls; some
    /// specimens wait for that.
    private void stir() {
        if (clock.millis() - lastChange < STILL.toMillis()) {
            return;
        }
        lastChange = clock.millis();
        Hand mover = hand.orElseThrow();
        Box middle = middle(examined.orElseThrow());
        mover.aim(middle);
        int notches = random.nextInt(1, 4);
        mover.scroll(notches);
        mover.scroll(-notches);
        mover.park(List.of());
    }

    private static Box middle(Frame frame) {
        return new Box(
                frame.width() / 3,
                frame.height() / 3,
                Math.max(1, frame.width() / 3),
                Math.max(1, frame.height() / 3));
    }

    private void leave(Frame frame, Dialog dialog, String why) {
        if (leftAlone.size() >= MAX_LEFT_ALONE) {
            return;
        }
        boolean last = leftAlone.size() == MAX_LEFT_ALONE - 1;
        leftAlone.add(
                new LeftAlone(
                        clock.now(),
                        clock.millis(),
                        log.saveNext("left", frame),
                        dialog.panel().box(),
                        dialog.labels(),
                        last ? why + "; later ones are not listed" : why));
    }

    /// Pictures take time to write: that is done when the dialog has been worked.
    private Optional<Click> work(
            Frame frame, long seen, Dialog dialog, ClickDecision decision, Tactic tactic) {
        Choice choice = decision.choice().orElseThrow();
        Control control = choice.control();
        examined = Optional.empty();
        Hand mover = hand.orElseThrow();
        List<Box> ignored = new ArrayList<>(dialog.buttons());
        ignored.add(mover.pointer());
        if (!isReady(frame, control, tactic, mover)) {
            // that counts as a try, and the next one may be in another way
            dialogs.missed(dialog);
            mover.park(dialog.buttons());
            return Optional.empty();
        }
        ignored.add(mover.pointer());
        Watch.Places places = new Watch.Places(dialog.panel().box(), control.box(), ignored);
        Instant at = clock.now();
        long millis = clock.millis();
        Deed deed = act(mover, control, tactic);
        long released = clock.millis();
        Watch watch = new Watch(screen, clock, frame, deed.pressed(), places, mover.pointer());
        mover.park(dialog.buttons(), watch::glance);
        Aftermath aftermath = watch.settle(released, mover.pointer());
        String before = log.saveNext("before", frame);
        film.add(frame, seen);
        film.add(aftermath.frame(), clock.millis());
        Click click =
                new Click(
                        at,
                        millis,
                        frame.sha256(),
                        before,
                        log.save("after", aftermath.frame()),
                        frame.width(),
                        frame.height(),
                        dialog.panel().kind().word(),
                        control.kind().word(),
                        control.box(),
                        control.label(),
                        choice.word(),
                        deed.how(),
                        deed.typed(),
                        rounded(control.confidence()),
                        decision.alternatives(),
                        choice.reason(),
                        aftermath.changed() ? Effect.CHANGED : Effect.NONE,
                        rounded(aftermath.fraction()),
                        aftermath.reactionMillis());
        log.append(click);
        dialogs.tried(dialog, aftermath.changed());
        return Optional.of(click);
    }

    /// What was done to a control, and when the press began that did it.
    private record Deed(String how, String typed, long pressed) {}

    private Deed act(Hand mover, Control control, Tactic tactic) {
        long pressed = clock.millis();
        switch (tactic) {
            case Tactic.Press _ -> mover.press();
            case Tactic.Enter _ -> mover.press(Key.ENTER);
            case Tactic.Mnemonic(Key letter) -> mover.chord(Key.ALT, letter);
            case Tactic.Tab _ -> {
                if (!tabTo(mover, control)) {
                    return new Deed("Tab, which never reached it", "", pressed);
                }
                pressed = clock.millis();
                mover.press(Key.SPACE);
            }
        }
        if (control.kind() != Control.Kind.TEXT_FIELD) {
            return new Deed(tactic.told(), "", pressed);
        }
        mover.type(ANSWER);
        return new Deed(tactic.told(), ANSWER, pressed);
    }

    /// Moves the keyboard's focus until the control shows it.
    private boolean tabTo(Hand mover, Control control) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            mover.press(Key.TAB);
            clock.rest(POINTER_GONE);
            if (sight.look(screen.frame()).controls().stream()
                    .anyMatch(other -> other.focused() && isSame(control, other))) {
                return true;
            }
        }
        return false;
    }

    /// Whether the control is still there after the time that reading took, and after aiming where
    /// the pointer is needed: a specimen may swap labels, or move a dialog away from the pointer.
    private boolean isReady(Frame frame, Control control, Tactic tactic, Hand mover) {
        if (!isStillThere(frame, control)) {
            return false;
        }
        if (!(tactic instanceof Tactic.Press)) {
            return true;
        }
        mover.aim(control.box());
        Frame now = screen.frame();
        return now.equals(frame)
                || Ink.likeness(frame, now, control.box(), mover.arrow()) >= SAME_INK;
    }

    private boolean isStillThere(Frame frame, Control control) {
        Frame now = screen.frame();
        if (now.equals(frame)) {
            return true;
        }
        return now.box().equals(frame.box())
                && (now.differing(frame, control.box()) == 0
                        || sight.look(now).controls().stream()
                                .anyMatch(other -> isSame(control, other)));
    }

    private static boolean isSame(Control one, Control other) {
        return other.kind() == one.kind()
                && other.label().equals(one.label())
                && Math.abs(other.box().x() - one.box().x()) <= NEAR
                && Math.abs(other.box().y() - one.box().y()) <= NEAR;
    }

    private static double rounded(double fraction) {
        return Math.round(fraction * 10000) / 10000.0;
    }
}
