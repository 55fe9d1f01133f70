package org.tsurutus.screen.hand;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long fingers take; chance decides within a person's bounds.
record Rhythm(RandomGenerator random) {
    private static final double HESITATION = 0.04;

    /// How long a button or key is held.
    Duration hold() {
        return between(50, 120);
    }

    /// Between the two presses of a double press.
    Duration again() {
        return between(60, 140);
    }

    /// From the end of a movement to the press.
    Duration settle() {
        return between(20, 80);
    }

    /// Between a modifier and its key.
    Duration join() {
        return between(30, 90);
    }

    /// After a character that was typed: longer behind a word, and sometimes one has to think.
    Duration afterTyping(int character) {
        if (random.nextDouble() < HESITATION) {
            return between(300, 700);
        }
        return Character.isLetterOrDigit(character) ? between(40, 160) : between(90, 280);
    }

    /// Between two notches of the wheel.
    Duration betweenNotches() {
        return between(30, 90);
    }

    /// When the finger goes back to the wheel's front.
    Duration newGrip() {
        return between(160, 400);
    }

    /// Between two small movements of a hand that has nothing to do.
    Duration idleness() {
        return between(400, 2_500);
    }

    private Duration between(int least, int most) {
        return Duration.ofMillis(random.nextInt(least, most + 1));
    }
}
