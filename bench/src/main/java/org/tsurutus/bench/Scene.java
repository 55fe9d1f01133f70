package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/// What has happened so far on the terminals, and what the next line is about.
///
/// Lines fit each other: a process starts before it acts and ends once, a file keeps its hashes
/// until it is written, a connection is begun, met again and ended. The time grows; two lines in a
/// thousand come up to two seconds late, as they do where a server gathers.
final class Scene {
    /// Monday 2026-01-05, 09:00 at the terminals.
    private static final long START = 1_767_603_600_000L;

    private static final int LONGEST_PAUSE = 120;
    private static final Utf8 ZONE = Utf8.of(" +0900");
    private static final Utf8 JAPANESE = Utf8.of("ja-JP");
    private static final Utf8 ENGLISH = Utf8.of("en-US");

    private final SplittableRandom random;
    private final Images images;
    private final RemoteHosts hosts = new RemoteHosts();
    private final Template path;
    private final List<Terminal> terminals = new ArrayList<>();
    private final LineBuffer scratch = new LineBuffer();
    private long now = START;
    private long stamp = START;
    private Terminal terminal;
    private LiveProcess actor;
    private LiveProcess parent;
    private Image image;
    private StoredFile file;
    private Utf8 target = Utf8.of("");
    private Connection connection = Connection.NONE;

    Scene(Map<String, Words> lists, SplittableRandom random) {
        this.random = random;
        this.images = new Images(lists);
        this.path = Template.parse("<often places><any names>", lists);
        for (String user : Resource.lines("people.txt")) {
            terminals.add(new Terminal(terminals.size(), user, images, START, random));
        }
        this.terminal = terminals.getFirst();
        this.actor = terminal.actor(random);
        this.parent = actor;
        this.image = actor.image();
        this.file = newFile();
    }

    SplittableRandom random() {
        return random;
    }

    /// Lets something happen, for a line to be made of.
    void happen(Act act) {
        now += random.nextInt(LONGEST_PAUSE);
        stamp = random.nextInt(500) == 0 ? now - random.nextInt(2_000) : now;
        terminal = terminals.get(random.nextInt(terminals.size()));
        actor = terminal.actor(random);
        image = actor.image();
        switch (act) {
            case START -> start();
            case STOP -> actor = terminal.stop(this::program, now, random);
            case READ -> read();
            case WRITE -> write();
            case CREATE -> create();
            case DELETE -> delete();
            case RENAME -> rename();
            case COPY -> copy();
            case IMAGE -> image = images.any(terminal.number(), random);
            case CONNECT -> connection = terminal.connections().begin(hosts, random);
            case TALK -> connection = terminal.connections().newest(hosts, random);
            case DISCONNECT -> connection = terminal.connections().end(hosts, random);
            case OTHER -> parent = terminal.parentOf(image);
        }
    }

    /// Writes what a slot stands for at this moment.
    void put(Slot slot, LineBuffer line) {
        switch (slot) {
            case TIME -> {
                line.time(stamp);
                line.put(ZONE);
            }
            case TIME_VALUE -> line.time(stamp);
            case A_MOMENT_AGO -> line.time(stamp - random.nextInt(400));
            case LOCALE -> line.put(terminal.isServer() ? ENGLISH : JAPANESE);
            case SN -> line.decimal(terminal.nextSn(random));
            case TERMINAL -> line.put(terminal.fields());
            case USER -> line.put(terminal.user());
            case ACTOR -> line.put(actor.actor());
            case ACCOUNT -> line.put(actor.account());
            case PID -> line.decimal(actor.identifier());
            case STARTED -> line.time(actor.started());
            case COMMAND -> image.commands().any(random).put(line, this);
            case PARENT_GUID -> line.put(parent.guid());
            case PARENT_PATH -> line.put(parent.image().path());
            case IMAGE_PATH -> line.put(image.path());
            case IMAGE_ARC -> line.put(image.arc());
            case IMAGE_VERSION -> line.put(image.version());
            case IMAGE_CREATED, IMAGE_ACCESSED -> line.time(installed());
            case IMAGE_MODIFIED -> line.time(image.created());
            case IMAGE_SIZE -> line.decimal(image.size());
            case IMAGE_SIGNATURE -> line.put(image.signature());
            case FILE_PATH -> line.put(file.path());
            case TARGET -> line.put(target);
            case FILE_SHA256 -> file.content().sha256(line);
            case FILE_SHA1 -> file.content().sha1(line);
            case FILE_MD5 -> file.content().md5(line);
            case FILE_CREATED -> line.time(file.created());
            case FILE_MODIFIED -> line.time(file.modified());
            case FILE_SIZE -> line.decimal(file.size());
            case CONNECTION -> connection.put(line, terminal.address());
            case CONNECTION_ACCEPTED -> connection.putAccepted(line, terminal.address());
            case HOST -> line.put(connection.host().name());
            case EVENT -> line.decimal(terminal.nextEvent());
        }
    }

    private void start() {
        image = program();
        parent = terminal.parentOf(image);
        actor = terminal.start(image, now, random);
    }

    private Image program() {
        return images.program(terminal.number(), random);
    }

    /// Terminals got the same build at different times.
    private long installed() {
        return image.created() + 86_400_137L * terminal.number();
    }

    private void read() {
        file = known(Terminal.drawFile(random));
    }

    private void write() {
        int place = Terminal.anyFile(random);
        StoredFile written = random.nextBoolean() ? known(place) : newFile();
        file = written.rewritten(Content.fresh(random), now, size());
        terminal.keep(place, file);
    }

    private void create() {
        file = newFile();
        terminal.keep(Terminal.anyFile(random), file);
    }

    private void delete() {
        int place = Terminal.anyFile(random);
        file = known(place);
        terminal.keep(place, newFile());
    }

    private void rename() {
        int place = Terminal.anyFile(random);
        file = known(place);
        target = newPath();
        terminal.keep(place, file.at(target));
    }

    private void copy() {
        file = known(Terminal.drawFile(random));
        target = newPath();
        terminal.keep(Terminal.anyFile(random), file.copiedTo(target, now));
    }

    private StoredFile known(int place) {
        return terminal.file(place, this::newFile);
    }

    private StoredFile newFile() {
        long created = now - Part.Size.draw(random, 1_000, 20_000_000_000L);
        return new StoredFile(newPath(), Content.fresh(random), created, created, size());
    }

    private Utf8 newPath() {
        path.put(scratch, this);
        return scratch.take();
    }

    private long size() {
        return Part.Size.draw(random, 64, 4_000_000);
    }
}
