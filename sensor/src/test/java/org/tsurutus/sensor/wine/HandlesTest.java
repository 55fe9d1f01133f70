package org.tsurutus.sensor.wine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HandlesTest {
    private static final int ROOM = 32 << 20;
    private static final String LONG = "n".repeat(8_000);

    private final Handles handles = new Handles();
    private final WineProcess process =
            new WineProcess(1, "{}", 0, Optional.empty(), "", Optional.empty(), Optional.empty());

    @Test
    void theRoomOfARenamedKeyIsThatOfItsNewName() {
        int fits = ROOM / LONG.length();
        for (int round = 0; round < fits; round++) {
            put(1, "old");
            handles.renameKey(List.of(process), "old", LONG);
            handles.close(process, 1);
        }
        for (int handle = 1; handle <= fits + 1; handle++) {
            put(handle, LONG);
        }
        assertThat(handles.refused()).isEqualTo(1);
    }

    @Test
    void namesThatGrowTakeRoomFromThoseThatFollow() {
        int fits = ROOM / LONG.length();
        for (int handle = 1; handle <= fits; handle++) {
            put(handle, "old");
        }
        handles.renameKey(List.of(process), "old", LONG);
        put(fits + 1, LONG);
        assertThat(handles.refused()).isEqualTo(1);
    }

    @Test
    void aNumberThatIsUsedAgainReplacesAndZeroIsNoHandle() {
        put(0, "none");
        put(1, "first");
        put(1, "second");
        assertThat(process.target(0)).isEmpty();
        assertThat(process.target(1)).contains(new HandleTarget.Key("second"));
        handles.closeAll(process);
        assertThat(process.handles()).isEmpty();
        assertThat(handles.refused()).isZero();
    }

    private void put(int handle, String path) {
        handles.put(process, handle, new HandleTarget.Key(path), false);
    }
}
