package org.tsurutus.screen.rfb;

import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.Screen;
import org.tsurutus.screen.ScreenException;

/// A screen and its input behind a VNC server. Only whole updates are seen; while nothing changes,
/// [#frame()] gives the very same frame and costs nothing. Others may use the server at the same
/// time.
///
/// RFB 3.3, 3.7 and 3.8 are spoken, with no security or a password, in clear text: use unix sockets
/// or a tunnel. The server is asked to leave the pointer out of the picture.
public final class RfbScreen implements Screen, Input, AutoCloseable {
    private static final int MAIN_BUTTON = 1;
    private static final int WHEEL_UP = 1 << 3;
    private static final int WHEEL_DOWN = 1 << 4;

    private final Connection connection;
    private int buttons;
    private int pointerX;
    private int pointerY;

    private RfbScreen(Connection connection) {
        this.connection = connection;
    }

    /// Connects and waits for the first picture.
    ///
    /// @param server an `InetSocketAddress` or a `UnixDomainSocketAddress`
    /// @param password for servers that want one; its first eight characters count
    /// @param patience for all of it
    /// @throws ScreenException when the server cannot be had, refuses, wants what is not spoken,
    ///   breaks the protocol or takes too long
    public static RfbScreen connect(
            SocketAddress server, Optional<String> password, Duration patience) {
        List<Integer> encodings =
                server instanceof UnixDomainSocketAddress
                        ? Encoding.forSameHost()
                        : Encoding.forNetwork();
        return connect(server, password, patience, encodings);
    }

    /// The same with other encodings.
    static RfbScreen connect(
            SocketAddress server,
            Optional<String> password,
            Duration patience,
            List<Integer> encodings) {
        Connection connection = new Connection(server, password, encodings);
        try {
            connection.await(patience);
            return new RfbScreen(connection);
        } catch (ScreenException e) {
            connection.close();
            throw e;
        }
    }

    /// The last whole picture.
    ///
    /// @throws ScreenException when the connection is lost or closed
    @Override
    public Frame frame() {
        return connection.frame();
    }

    @Override
    public synchronized void pointer(int x, int y, boolean pressed, int width, int height) {
        Frame frame = connection.frame();
        pointerX = Math.clamp((long) x * frame.width() / width, 0, frame.width() - 1);
        pointerY = Math.clamp((long) y * frame.height() / height, 0, frame.height() - 1);
        buttons = pressed ? MAIN_BUTTON : 0;
        point(buttons);
    }

    @Override
    public synchronized void wheel(int notches) {
        int wheel = notches > 0 ? WHEEL_DOWN : WHEEL_UP;
        for (int notch = 0; notch < Math.abs(notches); notch++) {
            point(buttons | wheel);
            point(buttons);
        }
    }

    /// Holds or lets go of a key. Some servers look at the key alone, as if it had been pressed on
    /// a keyboard: hold [Key#SHIFT] around what needs it.
    @Override
    public void key(Key key, boolean pressed) {
        connection.send(ClientMessage.key(key.keysym(), pressed));
    }

    private void point(int mask) {
        connection.send(ClientMessage.pointer(mask, pointerX, pointerY));
    }

    /// How many rectangles of each encoding were received.
    Map<Encoding, Long> received() {
        return connection.received();
    }

    /// Sends what waits, for a second at most, and hangs up.
    @Override
    public void close() {
        connection.close();
    }
}
