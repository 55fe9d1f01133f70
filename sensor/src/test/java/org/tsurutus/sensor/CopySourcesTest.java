package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC_PID;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.trace.RecordReader;
import org.tsurutus.sensor.wine.DriveC;
import org.tsurutus.sensor.wine.WineProcess;
import org.tsurutus.sensor.wine.WineState;

class CopySourcesTest {
    private final CopySources sources = new CopySources();
    private final List<WineProcess> processes = processes(2);
    private final WineProcess one = processes.getFirst();
    private final WineProcess two = processes.getLast();

    @Test
    void onlyWhatWasReadWholeAndBeforeCounts() {
        sources.read(one, "part", 4, 10);
        sources.read(one, "whole", 5, 10);
        sources.read(one, "later", 5, 30);

        assertThat(sources.before(one, 5, 20)).containsExactly("whole");
        assertThat(sources.before(one, 5, 30)).containsExactly("later", "whole");
    }

    @Test
    void eachProcessHasItsOwn() {
        sources.read(one, "a", 1, 1);
        assertThat(sources.before(two, 1, 2)).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 100; i++) {
            sources.read(one, "f" + i, 1, i);
        }
        assertThat(sources.before(one, 1, 100)).hasSize(64).startsWith("f99").endsWith("f36");
    }

    @Test
    void processesWithoutEndMakeRoomForNewOnes() {
        List<WineProcess> many = processes(4_097);
        many.forEach(process -> sources.read(process, "a", 1, 1));
        assertThat(sources.before(many.getLast(), 1, 1)).containsExactly("a");
        assertThat(sources.before(many.getFirst(), 1, 1)).isEmpty();
    }

    private static List<WineProcess> processes(int count) {
        Guest guest = new Guest();
        for (int i = 0; i < count; i++) {
            guest.begun(SPEC_PID + 8 * i, 20 + i);
        }
        WineState state = new WineState("t", new DriveC("/c/"), _ -> {});
        RecordReader reader = new RecordReader(state::accept);
        for (RawFact fact : guest.facts()) {
            if (fact instanceof RawFact.Trace trace) {
                reader.accept(trace.bytes());
            }
        }
        return new ArrayList<>(state.live());
    }
}
