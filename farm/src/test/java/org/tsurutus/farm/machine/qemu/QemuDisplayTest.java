package org.tsurutus.farm.machine.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.Screen;

class QemuDisplayTest {
    @TempDir Path folder;

    /// A screen that never changes and takes any input.
    private record Still(Frame frame) implements Screen, Input {
        @Override
        public void pointer(int x, int y, boolean pressed, int width, int height) {}

        @Override
        public void wheel(int notches) {}

        @Override
        public void key(Key key, boolean pressed) {}
    }

    @Test
    void theSecondSourceIsUsedWhereNoVncServerListens() {
        Still second = new Still(new Frame(1, 1, new int[] {0x123456}));

        try (QemuDisplay display = new QemuDisplay(folder.resolve("screen"), second, second)) {
            assertThat(display.remark()).isEmpty();
            assertThat(display.screen()).isSameAs(second);
            assertThat(display.input()).isSameAs(second);
            assertThat(display.secondScreen()).isSameAs(second);
            assertThat(display.remark())
                    .hasValueSatisfying(remark ->
                            assertThat(remark).startsWith("the screen was taken by screendump"));
        }
    }
}
