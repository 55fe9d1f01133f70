package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;
import java.net.SocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// A talk with a server. A thread of its own receives: it applies each update and asks for the next
/// changes, so that the last whole picture is always at hand.
final class Connection implements AutoCloseable {
    /// Between an update and the next request: a busy screen is looked at some 50 times a second.
    private static final Duration PAUSE = Duration.ofMillis(20);

    private static final Duration FAREWELL = Duration.ofSeconds(1);

    private final SocketAddress address;
    private final SocketChannel channel;
    private final Outbox outbox;
    private final Thread receiver;
    private final Map<Encoding, Long> received = new ConcurrentHashMap<>();
    private final CountDownLatch decided = new CountDownLatch(1);
    private volatile Sight sight = new Sight.Nothing();

    /// Begins to connect.
    ///
    /// @param encodings the numbers to ask for, most wanted first
    /// @throws ScreenException when this host has no such sockets
    Connection(SocketAddress address, Optional<String> password, List<Integer> encodings) {
        this.address = address;
        try {
            channel =
                    address instanceof UnixDomainSocketAddress
                            ? SocketChannel.open(StandardProtocolFamily.UNIX)
                            : SocketChannel.open();
        } catch (IOException e) {
            throw new ScreenException("cannot make a socket for " + address + ": " + e, e);
        }
        outbox = new Outbox(channel);
        receiver =
                Thread.ofVirtual().name("rfb receiver").start(() -> receive(password, encodings));
    }

    /// Waits for the first whole picture.
    ///
    /// @throws ScreenException when there is none in time
    void await(Duration patience) {
        try {
            if (!decided.await(patience.toMillis(), TimeUnit.MILLISECONDS)) {
                lose(
                        "the VNC server at "
                                + address
                                + " has sent no picture within "
                                + patience.toMillis()
                                + " ms; is it one, and does it answer others?");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            lose("interrupted while waiting for the VNC server at " + address, e);
        }
        frame();
    }

    /// The last whole picture.
    ///
    /// @throws ScreenException when the connection is lost or closed
    Frame frame() {
        return switch (sight) {
            case Sight.Seen seen -> seen.frame();
            case Sight.Lost lost -> throw new ScreenException(lost.why(), lost.cause());
            case Sight.Nothing _ ->
                    throw new ScreenException("the VNC server has sent no picture yet; wait");
        };
    }

    /// Sends a message.
    ///
    /// @throws ScreenException when the connection is lost or closed
    void send(byte[] message) {
        frame();
        outbox.send(message);
    }

    /// How many rectangles of each encoding were received.
    Map<Encoding, Long> received() {
        return Map.copyOf(received);
    }

    private void receive(Optional<String> password, List<Integer> encodings) {
        try {
            channel.connect(address);
            if (!(address instanceof UnixDomainSocketAddress)) {
                channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
                channel.setOption(StandardSocketOptions.SO_KEEPALIVE, true);
            }
            ServerBytes server = new ServerBytes(channel);
            Picture picture = new Handshake(server, outbox, password).shake();
            outbox.send(ClientMessage.pixelFormat());
            outbox.send(ClientMessage.encodings(encodings));
            follow(server, picture);
        } catch (ProtocolException e) {
            lose(
                    "the VNC server at "
                            + address
                            + " breaks the protocol: "
                            + e.getMessage()
                            + "; connect anew",
                    e);
        } catch (IOException | InterruptedException e) {
            String detail = Objects.requireNonNullElse(e.getMessage(), "it was closed");
            lose(
                    "the connection to the VNC server at "
                            + address
                            + " is lost: "
                            + detail
                            + "; connect anew if it is still there",
                    e);
        } catch (ScreenException e) {
            settle(new Sight.Lost(String.valueOf(e.getMessage()), e));
        } catch (RuntimeException e) {
            lose("cannot talk to a VNC server at " + address + ": " + e, e);
        } finally {
            lose("the talk with the VNC server at " + address + " has ended");
            outbox.close();
        }
    }

    private void follow(ServerBytes server, Picture picture)
            throws IOException, InterruptedException {
        boolean all = true;
        try (ServerMessages messages = new ServerMessages(server, picture, received)) {
            while (true) {
                outbox.send(ClientMessage.updateRequest(!all, picture.width(), picture.height()));
                // a size is asked for in full once, as it changes: servers answer such a request
                // by telling the size again
                all = messages.applyUpdate();
                picture.frame().map(Sight.Seen::new).ifPresent(this::settle);
                Thread.sleep(PAUSE);
            }
        }
    }

    private void lose(String why, Exception cause) {
        settle(new Sight.Lost(why, new ScreenException(why, cause)));
    }

    private void lose(String why) {
        settle(new Sight.Lost(why, new ScreenException(why)));
    }

    /// What is lost stays lost, for the first reason.
    private synchronized void settle(Sight now) {
        if (!(sight instanceof Sight.Lost)) {
            sight = now;
        }
        decided.countDown();
    }

    @Override
    public void close() {
        lose("the connection to the VNC server at " + address + " was closed");
        outbox.close();
        receiver.interrupt();
        boolean interrupted = Thread.interrupted();
        try {
            receiver.join(FAREWELL);
        } catch (InterruptedException _) {
            interrupted = true;
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
