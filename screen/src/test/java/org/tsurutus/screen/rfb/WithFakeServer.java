package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/// Each test has a server of its own, which says what the test gives it to say.
abstract class WithFakeServer {
    @TempDir Path folder;
    FakeServer server;

    @BeforeEach
    void listen() throws IOException {
        server = new FakeServer(folder.resolve("s"));
    }

    @AfterEach
    void end() throws IOException {
        server.close();
    }

    RfbScreen connect() {
        return connect(Program.PATIENCE);
    }

    RfbScreen connect(Duration patience) {
        return RfbScreen.connect(server.address(), Optional.empty(), patience);
    }
}
