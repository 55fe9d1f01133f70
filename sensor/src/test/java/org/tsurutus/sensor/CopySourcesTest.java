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
    void theNewestComesFirstAndOnce() {
        sources.read(one, "a");
        sources.read(one, "b");
        sources.read(one, "a");
        assertThat(sources.of(one)).containsExactly("a", "b");
    }

    @Test
    void eachProcessHasItsOwn() {
        sources.read(one, "a");
        assertThat(sources.of(two)).isEmpty();
        sources.forget(one);
        assertThat(sources.of(one)).isEmpty();
    }

    @Test
    void onlyTheNewestAreKept() {
        for (int i = 0; i < 100; i++) {
            sources.read(one, "f" + i);
        }
        assertThat(sources.of(one)).hasSize(64).startsWith("f99").endsWith("f36");
    }

    @Test
    void processesWithoutEndMakeRoomForNewOnes() {
        List<WineProcess> many = processes(4_097);
        many.forEach(process -> sources.read(process, "a"));
        assertThat(sources.of(many.getLast())).containsExactly("a");
        assertThat(many.stream().filter(process -> !sources.of(process).isEmpty())).hasSize(1);
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
