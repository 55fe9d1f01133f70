package org.tsurutus.sensor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.Logon;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes records: the same head for each, then what the event has of its own, in the usual order
/// of keys.
final class Records {
    static final DateTimeFormatter VALUE_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SSS", Locale.ROOT);

    /// The level of what a specimen or the lab's clicker does.
    private static final int NORMAL = 5;

    /// The sensor's version: another one writes other records of the same facts.
    private static final String VERSION = "Tsurutus 1";

    /// Where the serial number stands among the fields; it is known when the record is written.
    private static final int SERIAL_AT = 2;

    /// The level of what Wine does in a specimen's name.
    private static final int WINE_OWN = 3;

    private static final String SYSTEM_USER = "SYSTEM";
    private static final String SYSTEM_DOMAIN = "NT AUTHORITY";

    private final Pc pc;
    private final Consumer<MarkIIRecord> log;
    private final DescribedFile described;
    private final Map<String, Long> kinds = new TreeMap<>();
    private final InOrder inOrder = new InOrder(this::number);
    private Instant wall = Instant.EPOCH;
    private long nanosAtWall;
    private boolean recording;
    private long serial;

    Records(Pc pc, Consumer<MarkIIRecord> log) {
        this.pc = pc;
        this.log = log;
        this.described = new DescribedFile(pc.zone());
    }

    /// Begins to write at a moment of the guest's clock that is this time. What was before is never
    /// written.
    void start(Instant time, long nanos) {
        // a record knows milliseconds only, and none may seem to be from before this moment
        wall = time.truncatedTo(ChronoUnit.MILLIS);
        nanosAtWall = nanos;
        recording = true;
    }

    /// The sensor started.
    ///
    /// @param containment what was tried to reach the world outside, and what came of it
    void sensorStarted(String containment, long nanos) {
        write(
                head("sys", "start", NORMAL, time(nanos))
                        .put("ver", VERSION)
                        .put("containment", containment));
    }

    /// The sensor stopped.
    void sensorStopped(String why, Instant time) {
        if (recording) {
            write(
                    head("sys", "stop", NORMAL, time.atOffset(pc.zone()))
                            .put("ver", VERSION)
                            .put("reason", why));
            inOrder.releaseAll();
        }
    }

    /// Whether a moment is to be written about.
    boolean covers(long nanos) {
        return recording && nanos >= nanosAtWall;
    }

    OffsetDateTime time(long nanos) {
        return wall.plusNanos(nanos - nanosAtWall).atOffset(pc.zone());
    }

    /// Writes what is old enough that nothing older is likely to come, or all.
    ///
    /// @param nanos the guest's clock
    void settle(long nanos, boolean all) {
        if (all) {
            inOrder.releaseAll();
        } else if (recording) {
            inOrder.release(time(nanos));
        }
    }

    /// How many records of each kind were written.
    Map<String, Long> kinds() {
        return new TreeMap<>(kinds);
    }

    /// @param kind `start` or `run`
    void process(String kind, WineProcess process, Optional<FileFacts> image, long nanos) {
        MarkIIRecord.Builder record =
                head("ps", kind, process, nanos)
                        .put("cmd", process.commandLine().map(CommandLine::arguments))
                        .put("psID", Integer.toUnsignedLong(process.pid()))
                        .put("parentGUID", process.parent().map(WineProcess.Parent::guid))
                        .put(
                                "parentPath",
                                process.parent()
                                        .map(WineProcess.Parent::imagePath)
                                        .filter(path -> !path.isEmpty()))
                        .put("psUser", process.system() ? SYSTEM_USER : user(process))
                        .put("psDomain", process.system() ? SYSTEM_DOMAIN : pc.userDomain());
        described.hashes(record, image);
        described.times(record, image.flatMap(FileFacts::times));
        record.put("size", image.map(known -> Long.toString(known.size())));
        described.signature(record, image);
        write(record);
    }

    void stop(WineProcess process, long nanos) {
        String start = time(process.startedNanos()).format(VALUE_TIME);
        write(head("ps", "stop", process, nanos).put("sTime", start));
    }

    /// The user of a process's session is logged off.
    void logout(WineProcess process, long nanos) {
        write(head("session", "logout", NORMAL, time(nanos)).put("sessionID", process.session()));
    }

    /// Somebody of another PC logged on, or tried to.
    void remoteLogon(RemoteLogon logon, long nanos) {
        String kind = logon.failure().isEmpty() ? "loginR" : "loginRFail";
        write(
                head(
                                "session",
                                kind,
                                NORMAL,
                                time(nanos),
                                Optional.empty(),
                                Optional.of(logon.account()))
                        .put("sessionID", 0)
                        .put("srcCom", logon.computer().isEmpty() ? "-" : logon.computer())
                        .put("srcIP", logon.address())
                        .put("srcPort", Integer.toString(logon.port()))
                        .put("failReason", logon.failure()));
    }

    /// A process that the service host, its parent, made as WMI would.
    void wmi(WineProcess process, Logon logon, long nanos) {
        write(
                head(
                                "wmi",
                                "psCreate",
                                NORMAL,
                                time(nanos),
                                Optional.of(logon.address()),
                                Optional.of(logon.account()))
                        .put("sessionID", 0)
                        .put("psGUID", process.parent().map(WineProcess.Parent::guid))
                        .put("psPath", process.parent().map(WineProcess.Parent::imagePath))
                        .put("cmd", process.commandLine())
                        .put("psID", Integer.toUnsignedLong(process.pid()))
                        .put("cliCom", logon.address())
                        .put("cliUsr", logon.account()));
    }

    /// @param kind `start` or `stop`
    void os(String kind, long nanos) {
        write(head("os", kind, NORMAL, time(nanos)));
    }

    /// @param kind `create`, `createDir`, `del` or `delDir`
    void file(String kind, WineProcess process, String path, long nanos) {
        write(path(head("file", kind, process, nanos), path));
    }

    /// A close, as far as the file's opening matters to its record.
    ///
    /// @param openedNanos when it was opened
    /// @param created whether that made the file
    record Close(WineProcess process, String path, long openedNanos, boolean created, long nanos) {
        static Close of(OpenFile file, String path, long nanos) {
            return new Close(file.process(), path, file.openedNanos(), file.created(), nanos);
        }
    }

    /// @param bytes empty when the kernel did not count them
    /// @param content empty when it is not known what the file held
    void close(Close close, Optional<ByteCounts> bytes, Optional<FileContent> content) {
        Optional<FileFacts> facts = content.flatMap(FileContent::facts);
        MarkIIRecord.Builder record =
                path(head("file", "close", close.process(), close.nanos()), close.path())
                        .put("read", bytes.map(count -> Long.toString(count.read())))
                        .put("write", bytes.map(count -> Long.toString(count.write())))
                        .put("pe", facts.map(known -> known.pe() ? "1" : "0"));
        described.hashes(record, facts);
        record.put("sTime", time(close.openedNanos()).format(VALUE_TIME));
        described.times(record, content.map(held -> held.closed().times()));
        record.put("size", content.map(held -> Long.toString(held.closed().size())));
        described.signature(record, facts);
        write(record.put("new", close.created() ? 1 : 0));
    }

    /// A file that holds what its writer had read from another one. Of one that came from a share,
    /// real records have one hash only.
    void copy(WineProcess process, String from, String to, FileFacts facts, long nanos) {
        MarkIIRecord.Builder record =
                path(head("file", "copy", process, nanos), from)
                        .put("dstMntFld", shareOf(to))
                        .put("dstPath", to)
                        .put("dstDrv", driveType(to));
        if (shareOf(from).isPresent()) {
            record.put("sha256", facts.sha256());
        } else {
            described.bareHashes(record, facts);
        }
        described.times(record, facts.times());
        write(record.put("size", facts.size()));
    }

    void attributes(WineProcess process, String path, boolean hidden, long nanos) {
        write(path(head("file", "chgAttr", process, nanos), path).put("hide", hidden ? 1 : 0));
    }

    /// @param kind `rename` or `renameDir`
    void rename(String kind, WineProcess process, String from, String to, long nanos) {
        write(
                head("file", kind, process, nanos)
                        .put("path", from)
                        .put("mntFld", shareOf(from))
                        .put("dstMntFld", shareOf(to))
                        .put("dstPath", to));
    }

    /// @param kind `create` or `delKey`
    void key(String kind, WineProcess process, String path, long nanos) {
        write(registry(kind, process, path, nanos));
    }

    /// This project's own event: sectors of a disk that differ from before the run.
    void sectors(
            Instant at,
            Optional<RawDisks.Writer> writer,
            String path,
            long lba,
            long sectors,
            String oldSha256,
            String newSha256,
            Optional<String> structure) {
        write(
                head("disk", "write", NORMAL, at.atOffset(pc.zone()))
                        .put("psGUID", writer.map(RawDisks.Writer::psGuid))
                        .put("psPath", writer.map(RawDisks.Writer::psPath))
                        .put("path", path)
                        .put("lba", lba)
                        .put("sectors", sectors)
                        .put("oldSha256", oldSha256)
                        .put("newSha256", newSha256)
                        .put("structure", structure));
        inOrder.releaseAll();
    }

    /// This project's own event: the lab's clicker worked a control.
    void click(ScreenClick click) {
        write(
                head("screen", "click", NORMAL, time(click.guestNanos()))
                        .put("panel", click.panel())
                        .put("control", click.control())
                        .put("label", click.label())
                        .put("box", click.box())
                        .put("how", click.how())
                        .put("typed", told(click.typed()))
                        .put("word", told(click.word()))
                        .put("reason", click.reason())
                        .put("effect", click.effect())
                        .put("reaction", click.reactionMillis())
                        .put("frame", click.frame()));
    }

    private static Optional<String> told(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }

    void setValue(Act.ValueSet set, long nanos) {
        RegistryType type = RegistryType.of(set.type());
        boolean whole = !set.data().cut();
        write(
                registry("setVal", set.process(), set.path(), nanos)
                        .put("entry", set.name())
                        .put("valType", type.name())
                        .put("valSize", set.data().total())
                        .put("valStr", type.text(set.data().bytes()))
                        .put("valNum", whole ? type.number(set.data().bytes()) : Optional.empty()));
    }

    void deleteValue(Act.ValueDeleted deleted, long nanos) {
        write(
                registry("delVal", deleted.process(), deleted.path(), nanos)
                        .put("entry", deleted.name()));
    }

    void renameKey(Act.KeyRenamed renamed, long nanos) {
        write(
                registry("renameKey", renamed.process(), renamed.from(), nanos)
                        .put("dstPath", WindowsPath.ofKey(renamed.to())));
    }

    void inject(WineProcess process, WineProcess target, String api, long nanos) {
        String path = target.imagePath();
        write(
                head("ps", "inject", process, nanos)
                        .put("api", api)
                        .put("tpsGUID", target.guid())
                        .put("tpsPath", path.isEmpty() ? Optional.empty() : Optional.of(path)));
    }

    /// @param kind `con`, `est` or `acpt`
    void connection(
            String kind,
            WineProcess process,
            Optional<Endpoint> source,
            Endpoint destination,
            long nanos) {
        write(ends(head("net", kind, process, nanos), source, destination));
    }

    void disconnect(Act.Disconnected gone, Optional<ByteCounts> bytes, long nanos) {
        write(
                ends(
                                head("net", "dcon", gone.process(), nanos),
                                Optional.of(gone.own()),
                                gone.remote())
                        .put("recv", bytes.map(count -> Long.toString(count.read())))
                        .put("send", bytes.map(count -> Long.toString(count.write()))));
    }

    /// @param kind `lsn` or `openUDP`
    void port(String kind, WineProcess process, Endpoint own, long nanos) {
        write(head("net", kind, process, nanos).put("port", own.port()));
    }

    void dnsQuery(WineProcess process, String host, Endpoint server, long nanos) {
        write(
                head("net", "dnsQuery", process, nanos)
                        .put("dstIP", server.address())
                        .put("dstPort", server.port())
                        .put("dstHost", host));
    }

    void activeWindow(WineProcess process, String title, long nanos) {
        write(head("win", "active", process, nanos).put("winTitle", title));
    }

    void copyToClipboard(Act.ClipboardSet set, long nanos) {
        write(
                head("clip", "copy", set.process(), nanos)
                        .put("clipType", ClipboardFormat.name(set.format()))
                        .put("clipData", ClipboardFormat.text(set.format(), set.data())));
    }

    void pasteFromClipboard(Act.ClipboardTaken taken, long nanos) {
        write(
                head("clip", "paste", taken.process(), nanos)
                        .put("clipType", ClipboardFormat.name(taken.format()))
                        .put("clipData", ClipboardFormat.text(taken.format(), taken.data()))
                        .put("spsGUID", taken.source().map(WineProcess::guid))
                        .put("spsPath", taken.source().map(WineProcess::imagePath)));
    }

    /// A loopback address or one of the PC's own where this end has none yet.
    private MarkIIRecord.Builder ends(
            MarkIIRecord.Builder record, Optional<Endpoint> source, Endpoint destination) {
        Optional<String> address =
                source.filter(own -> !own.unspecified())
                        .map(Endpoint::address)
                        .or(() -> source(destination));
        return record.put("srcIP", address)
                .put("srcPort", source.map(own -> Integer.toString(own.port())))
                .put("dstIP", destination.address())
                .put("dstPort", destination.port());
    }

    private Optional<String> source(Endpoint destination) {
        boolean four = destination.version() == 4;
        if (destination.loopback()) {
            return Optional.of(four ? "127.0.0.1" : "::1");
        }
        return pc.ip().stream().filter(own -> own.contains(":") != four).findFirst();
    }

    private static MarkIIRecord.Builder path(MarkIIRecord.Builder record, String path) {
        return record.put("path", path)
                .put("mntFld", shareOf(path))
                .put("drvType", driveType(path));
    }

    private static String driveType(String path) {
        return isOnShare(path) ? "Net" : "HDD";
    }

    private static boolean isOnShare(String path) {
        return path.startsWith("\\\\") && !path.startsWith("\\\\.\\");
    }

    /// The root `\\SERVER\SHARE` of a path on a share.
    private static Optional<String> shareOf(String path) {
        if (!isOnShare(path)) {
            return Optional.empty();
        }
        int server = path.indexOf('\\', 2);
        int share = server < 0 ? -1 : path.indexOf('\\', server + 1);
        return Optional.of(share < 0 ? path : path.substring(0, share));
    }

    private MarkIIRecord.Builder registry(
            String subEvent, WineProcess process, String key, long nanos) {
        String path = WindowsPath.ofKey(key);
        boolean own = WineOwnKeys.contain(path) || SessionEnd.isProgram(process);
        int level = own ? WINE_OWN : NORMAL;
        return head("reg", subEvent, process, level, nanos).put("path", path);
    }

    private MarkIIRecord.Builder head(
            String event, String subEvent, WineProcess process, long nanos) {
        return head(event, subEvent, process, NORMAL, nanos);
    }

    private MarkIIRecord.Builder head(
            String event, String subEvent, WineProcess process, int level, long nanos) {
        String path = process.imagePath();
        Optional<String> user = process.system() ? Optional.empty() : Optional.of(user(process));
        Optional<String> from = process.logon().map(Logon::address);
        return head(event, subEvent, level, time(nanos), from, user)
                .put("sessionID", process.session())
                .put("psGUID", process.guid())
                .put("psPath", path.isEmpty() ? Optional.empty() : Optional.of(path));
    }

    private String user(WineProcess process) {
        return process.logon().map(Logon::account).orElse(pc.user());
    }

    private MarkIIRecord.Builder head(String event, String subEvent, int level, OffsetDateTime at) {
        return head(event, subEvent, level, at, Optional.empty(), Optional.of(pc.user()));
    }

    /// @param from the other PC whose session it is
    /// @param user whose session it is; empty where that is Windows' own
    private MarkIIRecord.Builder head(
            String event,
            String subEvent,
            int level,
            OffsetDateTime at,
            Optional<String> from,
            Optional<String> user) {
        return MarkIIRecord.at(at)
                .put("loc", pc.locale())
                .put("type", "ITM2")
                .put("sn", 0)
                .put("lv", level)
                .put("evt", event)
                .put("subEvt", subEvent)
                .put("os", "Win")
                .put("com", pc.com())
                .put("domain", pc.domain())
                .put("profile", pc.profile())
                .put("tmid", pc.tmid())
                .put("csid", pc.csid())
                .put("ip", String.join(",", pc.ip()))
                .put("mac", pc.mac())
                .put("rcIP", from)
                .put("usr", user)
                .put("usrDomain", user.map(_ -> pc.userDomain()));
    }

    private void write(MarkIIRecord.Builder record) {
        MarkIIRecord written = record.build();
        if (recording && !written.time().toInstant().isBefore(wall)) {
            inOrder.add(written);
        }
    }

    private void number(MarkIIRecord written) {
        serial++;
        List<Field> fields = new ArrayList<>(written.fields());
        fields.set(SERIAL_AT, new Field("sn", Long.toString(serial), false));
        kinds.merge(written.kind(), 1L, Long::sum);
        log.accept(new MarkIIRecord(written.time(), fields));
    }
}
