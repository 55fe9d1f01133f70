package org.tsurutus.network.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// Stands between two real programs on the loopback and notes what they say, in order.
final class Relay implements AutoCloseable {
    private final ServerSocket door = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final List<Wiretap.Said> said = Collections.synchronizedList(new ArrayList<>());
    private final Thread thread;

    Relay(int serverPort) throws IOException {
        thread = Thread.ofVirtual().start(() -> serve(serverPort));
    }

    int port() {
        return door.getLocalPort();
    }

    /// What was said once both have hung up.
    List<Wiretap.Said> dialogue() throws InterruptedException {
        thread.join();
        return List.copyOf(said);
    }

    private void serve(int serverPort) {
        try (Socket client = door.accept();
                Socket server = new Socket(InetAddress.getLoopbackAddress(), serverPort)) {
            Thread back = Thread.ofVirtual().start(() -> pass(server, client, false));
            pass(client, server, true);
            back.join();
        } catch (IOException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private void pass(Socket from, Socket to, boolean byClient) {
        byte[] buffer = new byte[8192];
        try {
            InputStream input = from.getInputStream();
            OutputStream output = to.getOutputStream();
            int count = input.read(buffer);
            while (count >= 0) {
                said.add(new Wiretap.Said(byClient, Arrays.copyOf(buffer, count)));
                output.write(buffer, 0, count);
                count = input.read(buffer);
            }
            to.shutdownOutput();
        } catch (IOException _) {
            // one of the two hung up
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
