package org.tsurutus.network.answer;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;
import org.tsurutus.network.packet.Octets;

/// Questions about names over TCP, each after its length.
final class DnsTalk implements Talk {
    private final Visit visit;
    private final Outlet outlet;
    private final Incoming incoming = new Incoming();

    DnsTalk(Visit visit, Outlet outlet) {
        this.visit = visit;
        this.outlet = outlet;
    }

    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {
        incoming.add(bytes);
        while (incoming.length() >= 2) {
            int length = incoming.peek(2).shortAt(0);
            if (incoming.length() < 2 + length) {
                return;
            }
            Octets message = incoming.take(2 + length).from(2);
            Optional<Octets> answer = visit.desk().dns().answer(visit.asker(), message);
            if (answer.isEmpty() || outlet.waiting() > LinkTalk.MOST_WAITING) {
                outlet.finish();
                return;
            }
            ByteBuffer reply = ByteBuffer.allocate(2 + answer.get().length());
            reply.putShort((short) answer.get().length());
            answer.get().putInto(reply);
            outlet.send(Octets.of(reply.array()));
        }
    }

    @Override
    public void ended() {
        outlet.finish();
    }

    @Override
    public void closed() {}

    @Override
    public void tick(Instant now) {}
}
