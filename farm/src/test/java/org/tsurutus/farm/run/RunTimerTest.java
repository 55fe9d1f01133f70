package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.farm.FarmException;

class RunTimerTest {
    private static final Duration BUSY = Duration.ZERO;
    private static final Duration LIMIT = Duration.ofSeconds(100);

    private final List<String> extended = new ArrayList<>();

    private RunTimer timer(Optional<Duration> whileNew, Optional<Duration> whenQuiet) {
        return new RunTimer(
                new Timing(LIMIT, whileNew, whenQuiet),
                0,
                (more, why) -> extended.add(more.toSeconds() + " s: " + why));
    }

    private static Optional<String> check(
            RunTimer timer, long second, Duration quiet, int firstSeen) {
        return timer.check(Duration.ofSeconds(second).toNanos(), quiet, firstSeen)
                .map(RunManifest.End::told);
    }

    @Test
    void withoutAPolicyNothingButTheLimitEndsARun() {
        RunTimer timer = timer(Optional.empty(), Optional.empty());

        assertThat(check(timer, 100, Duration.ofSeconds(99), 0)).isEmpty();
        assertThat(check(timer, 101, BUSY, 1000))
                .contains("time limit: the specimen was still at work after 100 s");
        assertThat(extended).isEmpty();
    }

    @Test
    void newBehaviourAddsAMinuteAtATimeUpToTheMost() {
        RunTimer timer = timer(Optional.of(Duration.ofSeconds(190)), Optional.empty());

        assertThat(check(timer, 101, BUSY, 7)).isEmpty();
        assertThat(check(timer, 161, BUSY, 3)).isEmpty();
        assertThat(check(timer, 191, BUSY, 1000))
                .contains("time limit: the specimen was still at work after 190 s");
        assertThat(extended)
                .containsExactly(
                        "60 s: 7 objects were seen for the first time within 60 s",
                        "30 s: 3 objects were seen for the first time within 60 s");
    }

    @Test
    void theSameActsAgainAndAgainAreNoNewBehaviour() {
        RunTimer timer = timer(Optional.of(Duration.ofSeconds(190)), Optional.empty());

        assertThat(check(timer, 101, BUSY, 2)).isPresent();
        assertThat(extended).isEmpty();
    }

    @Test
    void silenceEndsTheRunBeforeItsLimit() {
        RunTimer timer = timer(Optional.empty(), Optional.of(Duration.ofSeconds(30)));

        assertThat(check(timer, 40, Duration.ofSeconds(29), 0)).isEmpty();
        assertThat(check(timer, 41, Duration.ofSeconds(30), 0))
                .contains("gone quiet: nobody did anything for 30 s");
    }

    @Test
    void theUserMayAddMoreThanAnyPolicy() {
        RunTimer timer = timer(Optional.of(Duration.ofSeconds(110)), Optional.empty());

        timer.extend(Duration.ofSeconds(300), "the user asked for it");

        assertThat(check(timer, 400, BUSY, 9)).isEmpty();
        assertThat(check(timer, 401, BUSY, 9))
                .contains("time limit: the specimen was still at work after 400 s");
        assertThat(extended).containsExactly("300 s: the user asked for it");
    }

    @Test
    void aMostThatLiesBelowTheLimitIsRefused() {
        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> timer(Optional.of(LIMIT), Optional.empty()))
                .withMessage(
                        "a run of 100 s cannot be extended to 100 s; give more than the limit");
    }

    @Test
    void aSilenceThatIsNoneIsRefused() {
        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> timer(Optional.empty(), Optional.of(Duration.ofSeconds(4))))
                .withMessage("4 s without an act are no silence yet; give 5 s or more");
    }
}
