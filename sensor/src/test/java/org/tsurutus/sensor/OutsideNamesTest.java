package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class OutsideNamesTest {
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final long START = 100 * SECOND;

    private final Records records = new Records(Run.PC, _ -> {});
    private final OutsideNames names = new OutsideNames();

    OutsideNamesTest() {
        records.start(Run.GO, START);
    }

    @Test
    void aNameThatTheServerNeverToldOfIsUnknownAfterAWhile() {
        names.kernel("/a", START);
        assertThat(names.unknown(START + 10 * SECOND, false, records)).isZero();
        assertThat(names.unknown(START + 11 * SECOND, false, records)).isEqualTo(1);
        assertThat(names.unknown(START + 99 * SECOND, true, records)).isZero();
    }

    @Test
    void theServerMayTellBeforeOrAfterTheKernel() {
        names.server("/a", START);
        names.kernel("/a", START);
        names.kernel("/b", START);
        names.server("/b", START + SECOND);
        assertThat(names.unknown(START, true, records)).isZero();
    }

    @Test
    void whatWasBeforeRecordingIsNotCounted() {
        names.kernel("/a", START - 1);
        names.kernel("/b", START);
        assertThat(names.unknown(START, true, records)).isEqualTo(1);
    }

    @Test
    void whenTooManyWaitTheOldestIsJudgedAtOnce() {
        for (int i = 0; i <= 65_536; i++) {
            names.kernel("/" + i, START);
        }
        assertThat(names.unknown(START, false, records)).isEqualTo(1);
    }
}
