package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/// A PC that is recorded: who it is, what runs on it and what lies on its disk.
final class Terminal {
    private static final int MOST_PROCESSES = 120;
    private static final int FILES = 1_500;
    private static final Ranks FILE_RANKS = Ranks.zipf(FILES);
    private static final int SERVERS_FROM = 10;
    private static final int PARENTS = 2;

    private final int number;
    private final Utf8 user;
    private final Utf8 userFields;
    private final Utf8 address;
    private final Utf8 fields;
    private final List<LiveProcess> processes = new ArrayList<>();
    private final Map<Integer, StoredFile> files = new HashMap<>();
    private final LineBuffer text = new LineBuffer();
    private final Connections connections = new Connections();
    private LiveProcess current;
    private long sn;
    private long events;

    Terminal(int number, String user, Images images, long now, SplittableRandom random) {
        this.number = number;
        this.user = Utf8.of(user);
        this.userFields = Utf8.of("usr=\"" + user + "\" usrDomain=\"EXAMPLE\" sessionID=1");
        this.address = Utf8.of("10.20.0." + (10 + number));
        this.fields = Utf8.of(fields(number, random));
        this.sn = random.nextLong(1_000, 900_000);
        this.events = random.nextLong(1_000, 90_000);
        processes.add(process(images.services(number), now, random));
        this.current = process(images.desktop(number), now, random);
        processes.add(current);
    }

    int number() {
        return number;
    }

    Utf8 user() {
        return user;
    }

    Utf8 address() {
        return address;
    }

    /// `os` to `mac`.
    Utf8 fields() {
        return fields;
    }

    boolean isServer() {
        return number >= SERVERS_FROM;
    }

    Connections connections() {
        return connections;
    }

    /// The number of the next record; one in two hundred times some are missing before it.
    long nextSn(SplittableRandom random) {
        sn += random.nextInt(200) == 0 ? random.nextLong(2, 8) : 1;
        return sn;
    }

    long nextEvent() {
        return ++events;
    }

    /// Who acts now: mostly who did before.
    LiveProcess actor(SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            current = processes.get(random.nextInt(processes.size()));
        }
        return current;
    }

    /// Who would start `image`.
    LiveProcess parentOf(Image image) {
        if (image.system()) {
            return processes.getFirst();
        }
        return current.image().system() ? processes.get(1) : current;
    }

    LiveProcess start(Image image, long now, SplittableRandom random) {
        if (processes.size() == MOST_PROCESSES) {
            processes.remove(PARENTS);
        }
        current = process(image, now, random);
        processes.add(current);
        return current;
    }

    /// Ends a process; if none is left, one whose start no log saw.
    LiveProcess stop(Supplier<Image> unseen, long now, SplittableRandom random) {
        if (processes.size() == PARENTS) {
            return process(unseen.get(), now - random.nextLong(10_000_000), random);
        }
        LiveProcess stopped = processes.remove(random.nextInt(PARENTS, processes.size()));
        if (stopped.equals(current)) {
            current = processes.get(1);
        }
        return stopped;
    }

    /// Which of its files is met; some are met far more often than others.
    static int drawFile(SplittableRandom random) {
        return FILE_RANKS.draw(random);
    }

    /// A place for a new file, whose old one is forgotten.
    static int anyFile(SplittableRandom random) {
        return random.nextInt(FILES);
    }

    StoredFile file(int place, Supplier<StoredFile> first) {
        return files.computeIfAbsent(place, _ -> first.get());
    }

    void keep(int place, StoredFile file) {
        files.put(place, file);
    }

    private LiveProcess process(Image image, long now, SplittableRandom random) {
        text.guid(random.nextLong(), random.nextLong());
        Utf8 guid = text.take();
        text.put(image.system() ? Utf8.of("sessionID=0") : userFields);
        text.put(Utf8.of(" psGUID="));
        text.put(guid);
        text.put(Utf8.of(" psPath=\""));
        text.put(image.path());
        text.put('"');
        Utf8 actor = text.take();
        String account =
                image.system()
                        ? "psUser=\"SYSTEM\" psDomain=\"NT AUTHORITY\""
                        : "psUser=\"" + user + "\" psDomain=\"EXAMPLE\"";
        long identifier = 4L * random.nextInt(200, 6_000);
        return new LiveProcess(guid, actor, Utf8.of(account), image, identifier, now);
    }

    private static String fields(int number, SplittableRandom random) {
        boolean server = number >= SERVERS_FROM;
        String hex = HexFormat.of().toHexDigits(random.nextLong());
        return "os=Win com=\"%s%02d\" domain=\"EXAMPLE\" profile=\"%s\" tmid=%s-4d1f-9a3e-8c71-%s csid=S-1-5-21-%d-%d-%d ip=10.20.0.%d,fe80::%s:%s:%s:%s mac=02:00:0a:14:00:%02x"
                .formatted(
                        server ? "SV" : "WS",
                        number + 1,
                        server ? "Example_server" : "Example_client",
                        hex.substring(0, 8),
                        hex.substring(4, 16),
                        random.nextLong(1L << 32),
                        random.nextLong(1L << 32),
                        random.nextLong(1L << 32),
                        10 + number,
                        "1" + hex.substring(1, 4),
                        "2" + hex.substring(5, 8),
                        "3" + hex.substring(9, 12),
                        "4" + hex.substring(13, 16),
                        10 + number);
    }
}
