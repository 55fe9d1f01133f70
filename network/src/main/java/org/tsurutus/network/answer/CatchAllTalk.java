package org.tsurutus.network.answer;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.tsurutus.network.lines.Reception;
import org.tsurutus.network.packet.Octets;

/// Listens to whatever is said, answers nothing and ends it after a while of silence.
final class CatchAllTalk implements Talk {
    private static final Duration QUIET = Duration.ofSeconds(30);
    private static final int PREVIEW = 256;

    private final Visit visit;
    private final Outlet outlet;
    private final Reception reception;
    private final Incoming start = new Incoming();
    private Instant heard;
    private boolean told;

    CatchAllTalk(Visit visit, Outlet outlet) {
        this.visit = visit;
        this.outlet = outlet;
        this.reception = visit.desk().log().receive();
        this.heard = visit.desk().clock().instant();
    }

    @Override
    public void opened() {}

    @Override
    public void received(Octets bytes) {
        if (told) {
            return;
        }
        heard = visit.desk().clock().instant();
        reception.add(bytes);
        int wanted = Math.min(bytes.length(), PREVIEW - start.length());
        start.add(bytes.slice(0, wanted));
    }

    @Override
    public void ended() {
        tell();
        outlet.finish();
    }

    @Override
    public void closed() {
        tell();
    }

    @Override
    public void tick(Instant now) {
        if (Duration.between(heard, now).compareTo(QUIET) > 0) {
            ended();
        }
    }

    private void tell() {
        if (!told) {
            told = true;
            visit.tell(
                    visit.isSecret() ? "tls-data" : "tcp",
                    AnswerLog.preview(start.peek(PREVIEW)),
                    "accepted, nothing said",
                    Optional.empty(),
                    reception.end());
        }
    }
}
