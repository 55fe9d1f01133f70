package org.tsurutus.network.lan;

import java.io.IOException;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.Selector;
import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.MacAddress;

/// The network of one run.
///
/// A PC's port is a Unix socket for `-netdev stream,id=…,server=off,addr.type=unix,addr.path=…` of
/// QEMU. Frames go from port to port by hardware address, and nowhere else: there is no address of
/// the host here, no other LAN, no bridge and no tap. Whatever a PC sends, it can at most lose its
/// own port.
public final class Lan implements AutoCloseable {
    private static final int MOST_PORTS = 256;
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final String name;
    private final FrameTap tap;
    private final Selector selector;
    private final Fabric fabric;
    private final SwitchLoop loop;
    private final Thread thread;

    private Lan(String name, FrameTap tap, Selector selector) {
        this.name = name;
        this.tap = tap;
        this.selector = selector;
        this.fabric = new Fabric(tap);
        this.loop = new SwitchLoop(selector, fabric);
        this.thread = Thread.ofPlatform().daemon().name("lan " + name).unstarted(loop);
    }

    /// Opens a LAN without ports.
    ///
    /// @param name for messages and counts
    /// @param tap sees every frame
    public static Lan open(String name, FrameTap tap) {
        try {
            Lan lan = new Lan(name, tap, Selector.open());
            lan.thread.start();
            return lan;
        } catch (IOException e) {
            throw new NetworkException("cannot open the LAN " + name + ": " + e, e);
        }
    }

    /// Adds the port of a virtual PC. One QEMU may connect to it, once; then the socket's name is
    /// gone.
    ///
    /// @param pc whose port it is
    /// @param mac the hardware address of its network card
    /// @param socket where to listen; who may connect is a matter of the folder around it
    /// @throws NetworkException when that path is taken or too long, when the PC has an open port
    ///   already, or when the LAN is closed
    public synchronized void listen(String pc, MacAddress mac, Path socket) {
        StreamPort port = StreamPort.at(socket, member(pc, mac), fabric);
        add(port);
        try {
            port.watch(selector);
            selector.wakeup();
        } catch (IOException | ClosedSelectorException e) {
            port.close("it could not be watched: " + e.getMessage());
            throw new NetworkException("cannot listen for " + pc + " at " + socket + ": " + e, e);
        }
    }

    /// Adds a port within this process.
    ///
    /// @param owner whose port it is
    /// @param mac the hardware address that the owner uses
    /// @param receiver gets every frame for this port, on a thread of its own
    /// @throws NetworkException when the owner has an open port already, or when the LAN is closed
    public synchronized LocalPort join(String owner, MacAddress mac, FrameReceiver receiver) {
        LocalPort port = new LocalPort(member(owner, mac), receiver, selector::wakeup);
        add(port);
        return port;
    }

    private Member member(String owner, MacAddress mac) {
        if (fabric.ports().size() == MOST_PORTS) {
            throw new NetworkException(
                    "the LAN " + name + " has had " + MOST_PORTS + " ports; open another one");
        }
        if (fabric.ports().stream().anyMatch(port -> isOpen(port, owner))) {
            throw new NetworkException(
                    owner + " has a port on the LAN " + name + " already; cut that first");
        }
        return new Member(fabric.ports().size(), owner, mac);
    }

    private void add(Port port) {
        Member member = port.member();
        tap.opened(member.number, member.name, member.mac);
        fabric.ports().add(port);
        loop.ended()
                .ifPresent(why -> {
                    port.close("the LAN was closed: " + why);
                    throw new NetworkException("the LAN " + name + " is closed: " + why);
                });
    }

    private static boolean isOpen(Port port, String owner) {
        return port.member().name.equals(owner) && port.member().isOpen();
    }

    /// Pulls the cable of one PC, if it is in. The others stay connected.
    public void cut(String owner) {
        fabric.ports().stream()
                .filter(port -> isOpen(port, owner))
                .forEach(port -> port.close("it was cut"));
        selector.wakeup();
    }

    /// What went through so far, and who is still connected.
    public LanCounts counts() {
        return new LanCounts(
                name,
                fabric.ports().stream().map(port -> port.member().counts()).toList(),
                loop.ended());
    }

    /// Cuts all PCs and waits until their sockets are gone.
    @Override
    public void close() {
        loop.end("nobody needs it any more");
        if (Thread.currentThread() != thread) {
            try {
                thread.join(PATIENCE);
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
