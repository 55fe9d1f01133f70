package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.tsurutus.farm.FarmException;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Screen;

/// The guest's screen by `screendump`: some 20 ms a frame.
final class QmpScreen implements Screen {
    private final Qmp qmp;
    private final Path file;

    QmpScreen(Qmp qmp, Path folder) {
        this.qmp = qmp;
        this.file = folder.resolve("screen.ppm");
    }

    @Override
    public synchronized Frame frame() {
        qmp.execute("screendump", Map.of("filename", file.toString()));
        try {
            return Frame.parsePpm(Files.readAllBytes(file));
        } catch (IOException e) {
            throw FarmException.environment("QEMU's picture of the screen cannot be read: " + e, e);
        }
    }
}
