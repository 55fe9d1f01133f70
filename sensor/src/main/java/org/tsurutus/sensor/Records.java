package org.tsurutus.sensor;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.Endpoint;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes records: the same head for each, then what the event has of its own, in the usual order
/// of keys.
final class Records {
    private static final DateTimeFormatter VALUE_TIME =
            DateTimeFormatter.ofPattern("MM/dd/yyyy HH:mm:ss.SSS", Locale.ROOT);

    private final Pc pc;
    private final Consumer<MarkIIRecord> log;
    private final Map<String, Long> kinds = new TreeMap<>();
    private Instant wall = Instant.EPOCH;
    private long nanosAtWall;
    private boolean recording;
    private long serial;

    Records(Pc pc, Consumer<MarkIIRecord> log) {
        this.pc = pc;
        this.log = log;
    }

    /// Begins to write at a moment of the guest's clock that is this time. What was before is never
    /// written.
    void start(Instant time, long nanos) {
        wall = time;
        nanosAtWall = nanos;
        recording = true;
    }

    /// Whether a moment is to be written about.
    boolean covers(long nanos) {
        return recording && nanos >= nanosAtWall;
    }

    OffsetDateTime time(long nanos) {
        return wall.plusNanos(nanos - nanosAtWall).atOffset(pc.zone());
    }

    /// How many records of each kind were written.
    Map<String, Long> kinds() {
        return new TreeMap<>(kinds);
    }

    /// @param kind `start` or `run`
    void process(String kind, WineProcess process, Optional<FileFacts> image, long nanos) {
        MarkIIRecord.Builder record =
                head("ps", kind, process, nanos)
                        .put("cmd", process.commandLine().map(Records::arguments))
                        .put("psID", Integer.toUnsignedLong(process.pid()))
                        .put("parentGUID", process.parent().map(WineProcess.Parent::guid))
                        .put(
                                "parentPath",
                                process.parent()
                                        .map(WineProcess.Parent::imagePath)
                                        .filter(path -> !path.isEmpty())
                                        .map(Visible::text))
                        .put("psUser", pc.user())
                        .put("psDomain", pc.userDomain());
        write(content(record, image));
    }

    void stop(WineProcess process, long nanos) {
        String start = time(process.startedNanos()).format(VALUE_TIME);
        write(head("ps", "stop", process, nanos).put("sTime", start));
    }

    /// @param kind `create`, `createDir`, `del` or `delDir`
    void file(String kind, WineProcess process, String path, long nanos) {
        write(path(head("file", kind, process, nanos), path));
    }

    /// @param created whether the opening that is closed here made the file
    void close(WineProcess process, String path, FileClaims.Close close, boolean created) {
        Optional<FileFacts> facts = close.facts();
        MarkIIRecord.Builder record =
                path(head("file", "close", process, close.nanos()), path)
                        .put("pe", facts.map(known -> known.pe() ? "1" : "0"));
        content(record, facts);
        if (facts.isEmpty()) {
            record.put("size", close.size());
        }
        write(record.put("new", created ? 1 : 0));
    }

    /// @param kind `rename` or `renameDir`
    void rename(String kind, WineProcess process, String from, String to, long nanos) {
        write(
                head("file", kind, process, nanos)
                        .put("path", Visible.text(from))
                        .put("dstPath", Visible.text(to)));
    }

    /// @param kind `create` or `delKey`
    void key(String kind, WineProcess process, String path, long nanos) {
        write(keyPath(head("reg", kind, process, nanos), path));
    }

    void setValue(Act.ValueSet set, long nanos) {
        RegistryType type = RegistryType.of(set.type());
        boolean whole = !set.data().cut();
        write(
                keyPath(head("reg", "setVal", set.process(), nanos), set.path())
                        .put("entry", Visible.text(set.name()))
                        .put("valType", type.name())
                        .put("valSize", set.data().total())
                        .put("valStr", type.text(set.data().bytes()).map(Visible::text))
                        .put("valNum", whole ? type.number(set.data().bytes()) : Optional.empty()));
    }

    void deleteValue(Act.ValueDeleted deleted, long nanos) {
        write(
                keyPath(head("reg", "delVal", deleted.process(), nanos), deleted.path())
                        .put("entry", Visible.text(deleted.name())));
    }

    void connect(WineProcess process, Endpoint destination, long nanos) {
        write(
                head("net", "con", process, nanos)
                        .put("srcIP", source(destination))
                        .put("dstIP", destination.address())
                        .put("dstPort", destination.port()));
    }

    private Optional<String> source(Endpoint destination) {
        boolean four = destination.version() == 4;
        if (destination.loopback()) {
            return Optional.of(four ? "127.0.0.1" : "::1");
        }
        return pc.ip().stream().filter(own -> own.contains(":") != four).findFirst();
    }

    private static String arguments(String commandLine) {
        return Visible.text(CommandLine.arguments(commandLine));
    }

    private static MarkIIRecord.Builder path(MarkIIRecord.Builder record, String path) {
        return record.put("path", Visible.text(path)).put("drvType", driveType(path));
    }

    private static String driveType(String path) {
        return path.startsWith("\\\\") && !path.startsWith("\\\\.\\") ? "Net" : "HDD";
    }

    private static MarkIIRecord.Builder keyPath(MarkIIRecord.Builder record, String path) {
        return record.put("path", Visible.text(WindowsPath.ofKey(path)));
    }

    private static MarkIIRecord.Builder content(
            MarkIIRecord.Builder record, Optional<FileFacts> facts) {
        return record.put("arc", facts.flatMap(FileFacts::architecture))
                .put("sha256", facts.map(FileFacts::sha256))
                .put("sha1", facts.map(FileFacts::sha1))
                .put("md5", facts.map(FileFacts::md5))
                .put("size", facts.map(known -> Long.toString(known.size())));
    }

    private MarkIIRecord.Builder head(
            String event, String subEvent, WineProcess process, long nanos) {
        String path = process.imagePath();
        return MarkIIRecord.at(time(nanos))
                .put("loc", pc.locale())
                .put("type", "ITM2")
                .put("sn", serial + 1)
                .put("lv", 5)
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
                .put("usr", pc.user())
                .put("usrDomain", pc.userDomain())
                .put("sessionID", process.session())
                .put("psGUID", process.guid())
                .put("psPath", path.isEmpty() ? Optional.empty() : Optional.of(Visible.text(path)));
    }

    private void write(MarkIIRecord.Builder record) {
        MarkIIRecord written = record.build();
        if (!recording || written.time().toInstant().isBefore(wall)) {
            return;
        }
        serial++;
        kinds.merge(written.kind(), 1L, Long::sum);
        log.accept(written);
    }
}
