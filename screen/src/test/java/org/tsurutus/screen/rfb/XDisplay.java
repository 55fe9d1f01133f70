package org.tsurutus.screen.rfb;

import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// An X server of a test's own.
record XDisplay(Program server, String number) implements AutoCloseable {
    static final String SIZE = "640x480";

    /// TigerVNC's server, heard on a unix socket.
    static XDisplay xvnc(Path socket, String... more) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "Xvnc",
                                "-displayfd",
                                "1",
                                "-geometry",
                                SIZE,
                                "-depth",
                                "24",
                                "-rfbport",
                                "-1",
                                "-nolisten",
                                "tcp",
                                "-rfbunixpath",
                                socket.toString()));
        words.addAll(List.of(more));
        return started(words);
    }

    /// A server without a screen, for others to show.
    static XDisplay xvfb() {
        return started(
                List.of(
                        "Xvfb",
                        "-displayfd",
                        "1",
                        "-screen",
                        "0",
                        SIZE + "x24",
                        "-nolisten",
                        "tcp"));
    }

    private static XDisplay started(List<String> words) {
        Program server = Program.start(Map.of(), words);
        return new XDisplay(server, ":" + server.line());
    }

    /// The program that paints on it, ready.
    Program painter() {
        Program painter = Program.python(Map.of("DISPLAY", number), "painter.py");
        painter.await("ready");
        return painter;
    }

    static UnixDomainSocketAddress address(Path socket) {
        return UnixDomainSocketAddress.of(socket);
    }

    @Override
    public void close() {
        server.close();
    }
}
