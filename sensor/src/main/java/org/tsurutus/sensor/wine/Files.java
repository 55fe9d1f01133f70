package org.tsurutus.sensor.wine;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.sensor.trace.DataReader;
import org.tsurutus.sensor.trace.Message;
import org.tsurutus.sensor.trace.TraceRecord;
import org.tsurutus.sensor.trace.TraceRecord.Exchange;

/// The files and directories that the server holds for programs, by its descriptors.
final class Files {
    private static final int MAX_OPEN = 65_536;
    private static final int NO_DISPOSITION = -1;

    private final DriveC drive;
    private final Handles handles;
    private final Consumer<Act> acts;
    private final Map<Integer, OpenFile> open = new HashMap<>();
    private Optional<TraceRecord.Opened> opening = Optional.empty();
    private Optional<OpenFile> lastClosed = Optional.empty();
    private long refused;

    Files(DriveC drive, Handles handles, Consumer<Act> acts) {
        this.drive = drive;
        this.handles = handles;
        this.acts = acts;
    }

    long refused() {
        return refused;
    }

    /// The server opened something for the request that it is handling.
    void opened(TraceRecord.Opened record) {
        opening = Optional.of(record);
    }

    /// The request was answered. What it opened is no file or directory where nothing was noted.
    void create(WineProcess caller, Exchange exchange) {
        Optional<TraceRecord.Opened> record =
                opening.filter(made -> made.thread() == exchange.thread());
        opening = Optional.empty();
        if (record.isEmpty()) {
            return;
        }
        Message request = exchange.request();
        DataReader data = request.read();
        DataReader.ObjectAttributes attributes = data.attributes();
        OpenFile file =
                new OpenFile(
                        caller,
                        ntPath(caller, attributes),
                        unixPath(caller, attributes.root(), data.unixName()),
                        record.get(),
                        request.number("create"));
        boolean inheritable = (attributes.attributes() & HandleCalls.ATTRIBUTE_INHERIT) != 0;
        handles.put(caller, exchange.reply().number("handle"), file, inheritable);
        if (open.size() == MAX_OPEN) {
            refused++;
        } else {
            open.put(record.get().descriptor(), file);
        }
        acts.accept(new Act.FileOpened(caller, file));
    }

    void closed(Optional<WineProcess> caller, TraceRecord.Closed record) {
        Optional<TraceRecord.Opened> refused =
                opening.filter(made -> made.descriptor() == record.descriptor());
        if (refused.isPresent()) {
            opening = Optional.empty();
            caller.ifPresent(process -> refuse(process, refused.get()));
            return;
        }
        OpenFile file = open.remove(record.descriptor());
        if (file != null) {
            lastClosed = Optional.of(file);
            acts.accept(new Act.FileClosed(file.process(), file));
        }
    }

    private void refuse(WineProcess process, TraceRecord.Opened record) {
        OpenFile file = new OpenFile(process, "", "", record, NO_DISPOSITION);
        acts.accept(new Act.FileRefused(process, file));
    }

    /// Whoever closed the file's last handle, or ended the process that had it, caused the removal;
    /// the one who had it open asked for it.
    void removed(Optional<WineProcess> caller, TraceRecord.Removed record) {
        String path = drive.normalise(record.path());
        Optional<WineProcess> asked =
                lastClosed
                        .filter(file -> file.unixPath().equals(path))
                        .map(OpenFile::process)
                        .or(() -> caller);
        if (drive.holds(path) || drive.shares(path)) {
            asked.ifPresent(
                    process -> acts.accept(new Act.FileRemoved(process, path, record.directory())));
        }
    }

    void renamed(Optional<WineProcess> caller, TraceRecord.Renamed record) {
        String from = drive.normalise(record.from());
        String to = drive.normalise(record.to());
        if (caller.isEmpty()
                || !(drive.windowsPath(from).isPresent() || drive.windowsPath(to).isPresent())) {
            return;
        }
        boolean directory = false;
        for (OpenFile file : open.values()) {
            directory |= file.directory() && file.unixPath().equals(from);
            file.moveUnix(UnixMove.apply(file.unixPath(), from, to));
        }
        acts.accept(new Act.FileRenamed(caller.get(), from, to, directory));
    }

    void linked(Optional<WineProcess> caller, TraceRecord.Linked record) {
        String path = drive.normalise(record.to());
        if (drive.holds(path)) {
            caller.ifPresent(process -> acts.accept(new Act.FileLinked(process, path)));
        }
    }

    /// The name is relative, `./name`, when the caller named it relative to a directory.
    private String unixPath(WineProcess caller, int root, String given) {
        String name = given;
        if (name.startsWith("./")
                && caller.target(root).orElse(null) instanceof OpenFile directory) {
            name = directory.unixPath() + name.substring(1);
        }
        return Bounded.path(drive.normalise(name));
    }

    /// Empty when the name is relative to a directory that is not known.
    private static String ntPath(WineProcess caller, DataReader.ObjectAttributes attributes) {
        String name = attributes.name();
        if (attributes.root() == 0) {
            return Bounded.path(name);
        }
        if (caller.target(attributes.root()).orElse(null) instanceof OpenFile directory
                && !directory.ntPath().isEmpty()) {
            String base = directory.ntPath();
            return Bounded.path(base.endsWith("\\") ? base + name : base + "\\" + name);
        }
        return "";
    }
}
