package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.MarkIIRecord;

class InOrderTest {
    private static final OffsetDateTime START = Run.GO.atOffset(ZoneOffset.UTC);

    private final List<String> out = new ArrayList<>();
    private final InOrder inOrder = new InOrder(record -> out.add(record.value("path", "")));

    @Test
    void whatComesLateByLessThanAMomentStandsInItsPlace() {
        add("second", 20);
        inOrder.release(at(100));
        add("first", 10);
        inOrder.release(at(265));
        assertThat(out).containsExactly("first");
        inOrder.release(at(500));
        assertThat(out).containsExactly("first", "second");
    }

    @Test
    void thoseOfTheSameTimeStayInTheirOrder() {
        for (int i = 0; i < 100; i++) {
            add("r" + i, 10);
        }
        inOrder.releaseAll();
        assertThat(out).startsWith("r0", "r1", "r2").endsWith("r99").hasSize(100);
    }

    @Test
    void whatComesLaterThanAMomentIsStillWritten() {
        add("new", 1_000);
        inOrder.release(at(2_000));
        add("old", 10);
        inOrder.releaseAll();
        assertThat(out).containsExactly("new", "old");
    }

    private void add(String path, long millis) {
        inOrder.add(MarkIIRecord.at(at(millis)).put("evt", "file").put("path", path).build());
    }

    private static OffsetDateTime at(long millis) {
        return START.plus(millis, ChronoUnit.MILLIS);
    }
}
