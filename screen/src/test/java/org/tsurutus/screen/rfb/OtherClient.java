package org.tsurutus.screen.rfb;

import com.shinyhut.vernacular.client.VernacularClient;
import com.shinyhut.vernacular.client.VernacularConfig;
import com.shinyhut.vernacular.client.rendering.ColorDepth;
import java.awt.Image;
import java.awt.image.BufferedImage;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.tsurutus.screen.Frame;

/// What other clients do: an independent one that reads the screen, and one that changes its size.
final class OtherClient {
    private OtherClient() {}

    /// The screen as Vernacular sees it.
    static Frame frame(Path server) throws IOException, InterruptedException {
        BlockingQueue<Image> images = new LinkedBlockingQueue<>();
        VernacularConfig config = new VernacularConfig();
        config.setColorDepth(ColorDepth.BPP_24_TRUE);
        config.setUseLocalMousePointer(true);
        config.setScreenUpdateListener(images::add);
        VernacularClient client = new VernacularClient(config);
        try (ServerSocket bridge = bridge(server)) {
            client.start("localhost", bridge.getLocalPort());
            Image image = images.poll(Program.PATIENCE.toSeconds(), TimeUnit.SECONDS);
            BufferedImage copy =
                    new BufferedImage(
                            image.getWidth(null),
                            image.getHeight(null),
                            BufferedImage.TYPE_INT_RGB);
            copy.getGraphics().drawImage(image, 0, 0, null);
            int[] pixels =
                    copy.getRGB(0, 0, copy.getWidth(), copy.getHeight(), null, 0, copy.getWidth());
            return new Frame(copy.getWidth(), copy.getHeight(), pixels);
        } finally {
            client.stop();
        }
    }

    /// A port that leads to the unix socket, for one client.
    private static ServerSocket bridge(Path server) throws IOException {
        ServerSocket bridge = new ServerSocket(0);
        Thread.ofVirtual()
                .start(() -> {
                    try (Socket client = bridge.accept();
                            SocketChannel channel =
                                    SocketChannel.open(UnixDomainSocketAddress.of(server))) {
                        Thread.ofVirtual()
                                .start(() -> {
                                    try {
                                        client.getInputStream()
                                                .transferTo(Channels.newOutputStream(channel));
                                    } catch (IOException _) {
                                        // the test is over
                                    }
                                });
                        Channels.newInputStream(channel).transferTo(client.getOutputStream());
                    } catch (IOException _) {
                        // the test is over
                    }
                });
        return bridge;
    }

    /// Asks for another size with SetDesktopSize, and waits for the answer.
    static void resize(Path server, int width, int height) throws IOException {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(server))) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            in.readNBytes(12);
            out.writeBytes("RFB 003.003\n");
            in.readInt();
            out.writeByte(1);
            in.readNBytes(20);
            in.readNBytes(in.readInt());
            out.write(ClientMessage.encodings(Encoding.wishes(Encoding.RAW)));
            out.write(ClientMessage.updateRequest(false, 1, 1));
            out.write(
                    ByteBuffer.allocate(24)
                            .put((byte) 251)
                            .put((byte) 0)
                            .putShort((short) width)
                            .putShort((short) height)
                            .put((byte) 1)
                            .put((byte) 0)
                            .putInt(0)
                            .putShort((short) 0)
                            .putShort((short) 0)
                            .putShort((short) width)
                            .putShort((short) height)
                            .putInt(0)
                            .array());
            out.flush();
            in.readNBytes(16);
        }
    }
}
