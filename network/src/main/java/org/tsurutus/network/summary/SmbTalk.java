package org.tsurutus.network.summary;

import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.tsurutus.network.packet.Octets;

/// Shares and files that are asked for over SMB2 and later. What is encrypted is counted.
final class SmbTalk implements Talk {
    private static final int LENGTH = 4;
    private static final int MOST_READ = 8192;
    private static final int MOST_WAITING = 1024;
    private static final int MOST_TREES = 256;
    private static final long NAME = 0x534d42;
    private static final int FIRST_DIALECT = 0xff;
    private static final int PLAIN = 0xfe;
    private static final int ENCRYPTED = 0xfd;
    private static final long PENDING = 0x103;

    private final Supplier<Ends> ends;
    private final SummaryFiles files;
    private final Losses losses;
    private final Map<Long, SmbLine> waiting = new LinkedHashMap<>();
    private final Map<Long, String> shares = new LinkedHashMap<>();

    SmbTalk(Supplier<Ends> ends, SummaryFiles files, Losses losses) {
        this.ends = ends;
        this.files = files;
        this.losses = losses;
    }

    /// Whether a connection begins as SMB does, also in its first dialect.
    static boolean isSmb(Octets first) {
        return first.byteAt(0) == 0
                && (first.intAt(4) & 0xff_ffff) == NAME
                && first.byteAt(LENGTH) >= ENCRYPTED
                && first.byteAt(LENGTH) <= FIRST_DIALECT;
    }

    @Override
    public long fromClient(Octets bytes, Instant now) {
        return read(bytes, now);
    }

    @Override
    public long fromServer(Octets bytes, Instant now) {
        return read(bytes, now);
    }

    private long read(Octets bytes, Instant now) {
        if (bytes.length() < LENGTH) {
            return 0;
        }
        int length = (int) bytes.intAt(0) & 0xff_ffff;
        int shown = Math.min(length, MOST_READ);
        if (bytes.length() < LENGTH + shown) {
            return 0;
        }
        Octets rest = bytes.slice(LENGTH, shown);
        if (rest.length() > 0 && rest.byteAt(0) == ENCRYPTED) {
            losses.add(LeftOut.ENCRYPTED_SMB);
        }
        while (rest.length() > 0 && rest.byteAt(0) == PLAIN) {
            SmbMessage message = new SmbMessage(rest);
            if (!message.isWhole()) {
                break;
            }
            long next = message.next();
            take(message, now);
            rest = next == 0 || next > rest.length() ? Octets.NONE : rest.from((int) next);
        }
        return LENGTH + (long) length;
    }

    private void take(SmbMessage message, Instant now) {
        if (message.isAnswer()) {
            answer(message);
        } else if (message.command() == SmbMessage.TREE_CONNECT) {
            Optional<String> share = Optional.of(message.share());
            ask(message, SmbLine.Act.TREE_CONNECT, share, Optional.empty(), now);
        } else if (message.command() == SmbMessage.CREATE) {
            Optional<String> share = Optional.ofNullable(shares.get(message.tree()));
            ask(message, SmbLine.Act.CREATE, share, Optional.of(message.file()), now);
        }
    }

    private void ask(
            SmbMessage message,
            SmbLine.Act act,
            Optional<String> share,
            Optional<String> file,
            Instant now) {
        SmbLine line = new SmbLine(now, ends.get(), act, share, file, Optional.empty());
        SmbLine before = waiting.put(message.number(), line);
        if (before != null) {
            files.add(Topic.SMB, before);
        }
        if (waiting.size() > MOST_WAITING) {
            long eldest = waiting.keySet().iterator().next();
            Optional.ofNullable(waiting.remove(eldest))
                    .ifPresent(silent -> files.add(Topic.SMB, silent));
        }
    }

    private void answer(SmbMessage message) {
        SmbLine request = waiting.get(message.number());
        if (request == null || message.status() == PENDING) {
            return;
        }
        waiting.remove(message.number());
        if (request.act() == SmbLine.Act.TREE_CONNECT
                && message.status() == 0
                && shares.size() < MOST_TREES) {
            request.share().ifPresent(share -> shares.put(message.tree(), share));
        }
        String status = "0x" + HexFormat.of().toHexDigits((int) message.status());
        files.add(Topic.SMB, request.answered(status));
    }

    @Override
    public void end() {
        waiting.values().forEach(line -> files.add(Topic.SMB, line));
        waiting.clear();
    }
}
