package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.MarkIIRecord;

class BehaviourTest {
    private static final OffsetDateTime TIME =
            OffsetDateTime.of(2026, 11, 24, 9, 0, 0, 0, ZoneOffset.UTC);

    private final Behaviour behaviour = new Behaviour(0);

    private static long at(long second) {
        return Duration.ofSeconds(second).toNanos();
    }

    private void write(String path, String level, long second) {
        MarkIIRecord written =
                MarkIIRecord.at(TIME)
                        .put("lv", level)
                        .put("evt", "file")
                        .put("subEvt", "close")
                        .put("path", path)
                        .build();
        behaviour.see(written, at(second));
    }

    @Test
    void aPathIsNewOnceInWhateverCase() {
        write("C:\\a.txt", "5", 1);
        write("c:\\A.TXT", "5", 2);
        write("C:\\b.txt", "5", 3);

        assertThat(behaviour.firstSeen(at(4))).isEqualTo(2);
    }

    @Test
    void whatIsOlderThanTheWindowCountsNoMore() {
        write("C:\\a.txt", "5", 1);
        write("C:\\b.txt", "5", 30);

        assertThat(behaviour.firstSeen(at(60))).isEqualTo(2);
        assertThat(behaviour.firstSeen(at(61))).isEqualTo(1);
        assertThat(behaviour.firstSeen(at(600))).isZero();
    }

    @Test
    void whatTheSystemDoesUnaskedIsNeitherNewNorAnAct() {
        write("C:\\a.txt", "5", 1);
        write("C:\\windows\\b.log", "1", 9);

        assertThat(behaviour.firstSeen(at(11))).isEqualTo(1);
        assertThat(behaviour.quietFor(at(11))).isEqualTo(Duration.ofSeconds(10));
    }
}
