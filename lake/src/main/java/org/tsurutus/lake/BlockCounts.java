package org.tsurutus.lake;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.ByteCounts;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;

/// What one block of a log holds, counted on bytes; [LogCounts] adds blocks up.
final class BlockCounts {
    private static final int EVENT = Keys.id("evt");
    private static final int SUB_EVENT = Keys.id("subEvt");
    private static final int SERIAL = Keys.id("sn");
    private static final int TERMINAL = Keys.id("tmid");
    private static final int COMPUTER = Keys.id("com");
    private static final int PROCESS = Keys.id("psPath");
    private static final int MOST_DIGITS = 18;

    private final byte[] bytes;
    private final LineCursor line;

    final ByteCounts kinds = new ByteCounts();
    final ByteCounts processes = new ByteCounts();
    final ByteCounts terminals = new ByteCounts();
    final List<Terminal> byTerminal = new ArrayList<>();
    long records;
    long malformed;
    long endMarks;
    long notUtf8;
    long withoutSerial;
    private long firstMillis = Long.MAX_VALUE;
    private int firstZone;
    private long lastMillis = Long.MIN_VALUE;
    private int lastZone;

    /// The serial numbers of one terminal as they come.
    static final class Terminal {
        final String computer;
        private long[] serials = new long[64];
        private int size;

        Terminal(String computer) {
            this.computer = computer;
        }

        void add(long serial) {
            if (size == serials.length) {
                serials = Arrays.copyOf(serials, size * 2);
            }
            serials[size++] = serial;
        }

        /// Hands the numbers on as runs without a gap.
        void addTo(SerialNumbers.Gatherer gatherer) {
            Arrays.sort(serials, 0, size);
            long repeats = 0;
            int from = 0;
            for (int at = 1; at <= size; at++) {
                if (at == size || serials[at] - serials[at - 1] > 1) {
                    gatherer.add(serials[from], serials[at - 1]);
                    from = at;
                } else if (serials[at] == serials[at - 1]) {
                    repeats++;
                }
            }
            gatherer.repeat(repeats);
        }
    }

    private BlockCounts(Block block) {
        this.bytes = block.bytes();
        this.line = new LineCursor(block);
    }

    static BlockCounts of(Block block) {
        BlockCounts counts = new BlockCounts(block);
        while (counts.line.next()) {
            switch (counts.line.kind()) {
                case RECORD -> counts.addRecord();
                case MALFORMED -> counts.malformed += counts.line.isContinued() ? 0 : 1;
                case END_MARK -> counts.endMarks++;
            }
        }
        return counts;
    }

    private void addRecord() {
        records++;
        notUtf8 += line.encoding() == LineCursor.Encoding.UTF_8 ? 0 : 1;
        addTime();
        addKind();
        addText(processes, PROCESS);
        int terminal = addText(terminals, TERMINAL);
        if (terminal == byTerminal.size()) {
            int computer = line.find(COMPUTER);
            byTerminal.add(new Terminal(computer < 0 ? "" : line.value(computer)));
        }
        long serial = serial(line.find(SERIAL));
        if (serial < 0) {
            withoutSerial++;
        } else {
            byTerminal.get(terminal).add(serial);
        }
    }

    private void addTime() {
        long millis = line.millis();
        if (millis < firstMillis) {
            firstMillis = millis;
            firstZone = line.zoneSeconds();
        }
        if (millis > lastMillis) {
            lastMillis = millis;
            lastZone = line.zoneSeconds();
        }
    }

    /// In nearly every line `subEvt` follows `evt`, and both values with what is between them are
    /// one text.
    private void addKind() {
        int event = line.find(EVENT);
        int subEvent = line.find(SUB_EVENT);
        if (event >= 0
                && subEvent == event + 1
                && !line.isQuoted(event)
                && !line.isQuoted(subEvent)) {
            kinds.add(bytes, line.valueStart(event), line.valueEnd(subEvent), 1);
        } else {
            String kind = name(event) + LogCounts.BETWEEN_EVENTS + name(subEvent);
            addText(kinds, kind);
        }
    }

    private String name(int field) {
        return field < 0 ? "?" : line.value(field);
    }

    private int addText(ByteCounts counts, int key) {
        int field = line.find(key);
        if (field < 0) {
            return counts.add(bytes, 0, 0, 1);
        }
        boolean asItStands = line.encoding() == LineCursor.Encoding.UTF_8 && !line.isDoubled(field);
        return asItStands
                ? counts.add(bytes, line.valueStart(field), line.valueEnd(field), 1)
                : addText(counts, line.value(field));
    }

    private static int addText(ByteCounts counts, String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        return counts.add(ByteCounts.searchable(encoded), 0, encoded.length, 1);
    }

    /// A natural number of up to 18 digits, or -1.
    private long serial(int field) {
        if (field < 0) {
            return -1;
        }
        int from = line.valueStart(field);
        int to = line.valueEnd(field);
        if (from == to || to - from > MOST_DIGITS) {
            return -1;
        }
        long number = 0;
        for (int at = from; at < to; at++) {
            int digit = bytes[at] - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    OffsetDateTime first() {
        return time(firstMillis, firstZone);
    }

    OffsetDateTime last() {
        return time(lastMillis, lastZone);
    }

    private static OffsetDateTime time(long millis, int zoneSeconds) {
        return Instant.ofEpochMilli(millis).atOffset(ZoneOffset.ofTotalSeconds(zoneSeconds));
    }
}
