package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.farm.FarmException;

/// Connections to the unix sockets that QEMU opens as it starts.
final class Sockets {
    /// What the kernel allows for the path of a unix socket, less the closing NUL.
    static final int LONGEST_PATH = 107;

    private Sockets() {}

    /// Connects as soon as QEMU listens.
    static SocketChannel connect(Path socket, Process qemu, Duration patience) {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            if (Files.exists(socket)) {
                try {
                    return SocketChannel.open(UnixDomainSocketAddress.of(socket));
                } catch (IOException _) {
                    // made, but not listened on yet
                }
            }
            if (!qemu.isAlive()) {
                throw FarmException.environment(
                        "QEMU ended with code " + qemu.exitValue() + " before it was up");
            }
            if (System.nanoTime() > deadline) {
                throw FarmException.environment(
                        "QEMU did not open "
                                + socket.getFileName()
                                + " within "
                                + patience.toSeconds()
                                + " s");
            }
            pause();
        }
    }

    static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(10));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw FarmException.environment("interrupted while QEMU was starting", e);
        }
    }
}
