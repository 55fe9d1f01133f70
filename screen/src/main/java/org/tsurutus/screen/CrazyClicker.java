package org.tsurutus.screen;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.tsurutus.screen.Click.Effect;
import org.tsurutus.screen.ClickDecision.Choice;
import org.tsurutus.screen.internal.Aftermath;
import org.tsurutus.screen.internal.ClickLog;
import org.tsurutus.screen.internal.Dialog;
import org.tsurutus.screen.internal.Dialogs;
import org.tsurutus.screen.internal.Dialogs.Step;
import org.tsurutus.screen.internal.Hand;

/// Watches a screen and clicks what lets a waiting specimen go on. It belongs to one thread, the
/// one that opened its [TextReader].
///
/// A dialog is tried at most twice without effect, and clicked at most 25 times when the same one
/// keeps coming back; a run is clicked at most 1000 times. What is not clicked is in
/// [#leftAlone()].
public final class CrazyClicker {
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(300);
    private static final Duration POINTER_GONE = Duration.ofMillis(50);
    private static final double NOTHING_NEW = 0.00002;
    private static final int MAX_LEFT_ALONE = 200;

    private final Screen screen;
    private final Input input;
    private final ButtonFinder finder;
    private final Decider decider = new Decider(ButtonWords.standard());
    private final ClickLog log;
    private final ScreenClock clock;
    private final RandomGenerator random;
    private final Dialogs dialogs = new Dialogs();
    private final List<LeftAlone> leftAlone = new ArrayList<>();
    private Optional<Hand> hand = Optional.empty();
    private Optional<Frame> examined = Optional.empty();

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
        this.screen = screen;
        this.input = input;
        this.finder = new ButtonFinder(reader);
        this.log = new ClickLog(screens, clicks);
        this.clock = clock;
        this.random = random;
    }

    /// Looks about three times a second, and clicks, until told to stop or interrupted; then the
    /// thread's interrupt flag is still set.
    ///
    /// @param until asked before every look
    /// @throws ScreenException when the screen, the input or a file fails; clicks made so far are
    ///   written
    public void run(BooleanSupplier until) {
        while (!until.getAsBoolean() && !Thread.currentThread().isInterrupted()) {
            look();
            clock.rest(BETWEEN_LOOKS);
        }
    }

    /// Looks once and clicks at most once.
    ///
    /// @return the click, already written; empty when there was nothing new or nothing to click
    /// @throws ScreenException when the screen, the input, the text reader or a file fails
    public Optional<Click> look() {
        Frame frame = unobstructed();
        if (examined.isPresent() && frame.differing(examined.get()) <= NOTHING_NEW) {
            return Optional.empty();
        }
        examined = Optional.of(frame);
        List<Button> all = finder.find(frame);
        List<Button> open = new ArrayList<>(all);
        while (!open.isEmpty()) {
            ClickDecision decision = decider.decide(open);
            Button button = decision.choice().map(Choice::button).orElse(open.getFirst());
            Dialog dialog = Dialog.around(frame, button, all);
            switch (step(dialog, decision)) {
                case Step.FirstTry _ -> {
                    return click(frame, dialog, decision, false);
                }
                case Step.SecondTry _ -> {
                    return click(frame, dialog, decision, true);
                }
                case Step.Leave leave -> leave(frame, dialog, leave.why());
                case Step.Left _ -> {}
            }
            open.removeIf(each -> each.equals(button) || dialog.buttons().contains(each));
        }
        return Optional.empty();
    }

    /// How many clicks were made so far.
    public int clicks() {
        return dialogs.clicks();
    }

    /// The dialogs that were seen and are clicked no more, in the order of their first sight.
    public List<LeftAlone> leftAlone() {
        return List.copyOf(leftAlone);
    }

    /// A frame whose labels the pointer does not cover.
    private Frame unobstructed() {
        Frame frame = screen.frame();
        if (hand.isPresent() && hand.get().fits(frame)) {
            return frame;
        }
        Hand fresh = new Hand(input, clock, random, frame);
        fresh.park();
        hand = Optional.of(fresh);
        clock.rest(POINTER_GONE);
        return screen.frame();
    }

    private Step step(Dialog dialog, ClickDecision decision) {
        return decision.choice().isPresent()
                ? dialogs.next(dialog)
                : dialogs.leave(dialog, "no button that is known to go on");
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
                        dialog.region(),
                        dialog.labels(),
                        last ? why + "; later ones are not listed" : why));
    }

    private Optional<Click> click(
            Frame frame, Dialog dialog, ClickDecision decision, boolean second) {
        Choice choice = decision.choice().orElseThrow();
        examined = Optional.empty();
        if (!isStillThere(frame, choice.button())) {
            return Optional.empty();
        }
        Hand mover = hand.orElseThrow();
        boolean byKey = second && choice.button().isDefault();
        String before = log.saveNext("before", frame);
        List<Box> ignored = new ArrayList<>(dialog.boxes());
        ignored.add(mover.pointer());
        if (!byKey) {
            mover.aim(choice.button().box());
            ignored.add(mover.pointer());
        }
        Instant at = clock.now();
        long millis = clock.millis();
        if (byKey) {
            mover.enter();
        } else {
            mover.press();
        }
        long released = clock.millis();
        mover.park();
        ignored.add(mover.pointer());
        Aftermath aftermath =
                Aftermath.watch(screen, clock, frame, released, dialog.region(), ignored);
        String after = log.save("after", aftermath.frame());
        Click click =
                new Click(
                        at,
                        millis,
                        frame.sha256(),
                        before,
                        after,
                        frame.width(),
                        frame.height(),
                        choice.button().box(),
                        choice.button().label(),
                        choice.word(),
                        rounded(choice.button().confidence()),
                        decision.alternatives(),
                        choice.reason() + howTried(second, byKey),
                        aftermath.changed() ? Effect.CHANGED : Effect.NONE,
                        rounded(aftermath.fraction()),
                        aftermath.reactionMillis());
        log.append(click);
        dialogs.tried(dialog, aftermath.changed());
        return Optional.of(click);
    }

    /// Whether the button is still there after the time that reading took: a specimen may swap
    /// labels under the pointer.
    private boolean isStillThere(Frame frame, Button button) {
        Frame now = screen.frame();
        if (now.width() != frame.width() || now.height() != frame.height()) {
            return false;
        }
        return now.differing(frame, button.box()) == 0
                || finder.find(now).stream()
                        .anyMatch(each ->
                                each.box().equals(button.box())
                                        && each.label().equals(button.label()));
    }

    private static String howTried(boolean second, boolean byKey) {
        if (!second) {
            return "";
        }
        return byKey ? ", second try with Enter" : ", second try";
    }

    private static double rounded(double fraction) {
        return Math.round(fraction * 10000) / 10000.0;
    }
}
