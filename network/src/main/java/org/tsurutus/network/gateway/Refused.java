package org.tsurutus.network.gateway;

import java.time.Instant;
import org.tsurutus.network.endpoint.TcpHandler;
import org.tsurutus.network.packet.Octets;

/// Listens to a connection that was refused: there is nothing to hear.
final class Refused implements TcpHandler {
    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {}

    @Override
    public void ended() {}

    @Override
    public void taken() {}

    @Override
    public void closed(String why) {}

    @Override
    public void tick(Instant now) {}

    @Override
    public int backlog() {
        return 0;
    }
}
