package org.tsurutus.bench.lan;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;
import org.tsurutus.network.packet.MacAddress;

/// Two ends between which frames can go: through the switch, or over one socket without it.
record Link(SocketChannel left, SocketChannel right, Closing closing) implements AutoCloseable {
    static final MacAddress LEFT = new MacAddress(0x5254_0000_0001L);
    static final MacAddress RIGHT = new MacAddress(0x5254_0000_0002L);

    private static final long A_MOMENT = 1_000_000;

    /// What has to be closed besides.
    @FunctionalInterface
    interface Closing {
        void close() throws IOException;
    }

    static Link direct(Path folder) throws IOException {
        UnixDomainSocketAddress address = UnixDomainSocketAddress.of(folder.resolve("direct"));
        try (ServerSocketChannel door = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            door.bind(address);
            return new Link(SocketChannel.open(address), door.accept(), () -> {});
        }
    }

    static Link switched(Path folder, FrameTap tap) throws IOException {
        Lan lan = Lan.open("bench", tap);
        lan.listen("left", LEFT, folder.resolve("left"));
        lan.listen("right", RIGHT, folder.resolve("right"));
        Link link =
                new Link(
                        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("left"))),
                        SocketChannel.open(UnixDomainSocketAddress.of(folder.resolve("right"))),
                        lan::close);
        introduce(link.left, LEFT);
        introduce(link.right, RIGHT);
        while (lan.counts().port("left").framesIn() == 0
                || lan.counts().port("right").framesIn() == 0) {
            LockSupport.parkNanos(A_MOMENT);
        }
        return link;
    }

    /// A frame to oneself: the switch learns who is there and hands it to nobody.
    private static void introduce(SocketChannel end, MacAddress self) throws IOException {
        ByteBuffer frame = frame(self, self, 64);
        while (frame.hasRemaining()) {
            end.write(frame);
        }
    }

    /// A frame behind its length.
    static ByteBuffer frame(MacAddress source, MacAddress target, int length) {
        ByteBuffer frame = ByteBuffer.allocateDirect(Integer.BYTES + length);
        frame.putInt(length).putShort((short) (target.bits() >> 32)).putInt((int) target.bits());
        frame.putShort((short) (source.bits() >> 32)).putInt((int) source.bits());
        return frame.putShort((short) 0x88b5).clear();
    }

    @Override
    public void close() throws IOException {
        left.close();
        right.close();
        closing.close();
    }
}
