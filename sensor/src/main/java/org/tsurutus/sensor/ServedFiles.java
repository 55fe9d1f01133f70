package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.fact.Peer;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.wine.DriveC;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes what other PCs do to this PC's files by way of its shares, and the connections of shares
/// at both ends. On Windows all of that is done by the kernel, so the process is `System`.
final class ServedFiles {
    private static final int REMEMBERED = 4_096;

    private final DriveC drive;
    private final FileView view;
    private final Records records;
    private final WineProcess system;
    private final Recent<String, Long> made = new Recent<>(REMEMBERED);
    private final Recent<Long, ByteCounts> counts = new Recent<>(REMEMBERED);
    private boolean announced;

    ServedFiles(String terminal, DriveC drive, FileView view, Records records) {
        this.drive = drive;
        this.view = view;
        this.records = records;
        this.system = WineProcess.system(terminal);
    }

    /// A PC of which nobody wants anything has no such process in its log.
    private WineProcess system(long nanos) {
        if (!announced && records.covers(nanos)) {
            announced = true;
            records.process("run", system, Optional.empty(), nanos);
        }
        return system;
    }

    void created(RawFact.Created fact) {
        String path = drive.normalise(fact.path());
        made.put(path, fact.nanos());
        file(fact.marks().directory() ? "createDir" : "create", path, fact.nanos());
    }

    void deleted(RawFact.Deleted fact) {
        String path = drive.normalise(fact.path());
        drive.windowsPath(path).ifPresent(name -> view.deleted(name, fact.nanos()));
        file(fact.marks().directory() ? "delDir" : "del", path, fact.nanos());
    }

    void moved(RawFact.Moved fact) {
        Optional<String> from = drive.windowsPath(drive.normalise(fact.from()));
        Optional<String> to = drive.windowsPath(drive.normalise(fact.to()));
        if (from.isPresent() && to.isPresent()) {
            view.moved(from.get(), to.get(), fact.nanos());
            String kind = fact.marks().directory() ? "renameDir" : "rename";
            records.rename(kind, system(fact.nanos()), from.get(), to.get(), fact.nanos());
        }
    }

    private void file(String kind, String path, long nanos) {
        drive.windowsPath(path).ifPresent(name -> records.file(kind, system(nanos), name, nanos));
    }

    /// The server closes a file; what that held comes next. The kernel makes one close of several
    /// in a row.
    void counted(RawFact.Served fact) {
        ByteCounts before = counts.find(fact.file().inode()).orElseGet(() -> new ByteCounts(0, 0));
        counts.put(
                fact.file().inode(),
                new ByteCounts(before.read() + fact.read(), before.write() + fact.written()));
    }

    /// The kernel closed a file that the server had open for writing. It opens files so to change
    /// no more than their times, too; that is no close to tell of.
    void content(FileContent content) {
        Optional<ByteCounts> bytes = counts.find(content.inode());
        Optional<Long> opened = made.find(content.path());
        counts.remove(content.inode());
        made.remove(content.path());
        drive.windowsPath(content.path())
                .ifPresent(path -> {
                    boolean changed = !holds(path, content);
                    view.changed(path, content.facts(), content.nanos());
                    if (changed
                            || opened.isPresent()
                            || bytes.filter(ServedFiles::some).isPresent()) {
                        close(path, content, bytes, opened);
                    }
                });
    }

    private static boolean some(ByteCounts bytes) {
        return bytes.read() + bytes.write() > 0;
    }

    private boolean holds(String path, FileContent content) {
        Optional<String> before = view.find(path).map(FileFacts::sha256);
        return before.isPresent() && before.equals(content.facts().map(FileFacts::sha256));
    }

    private void close(
            String path, FileContent content, Optional<ByteCounts> bytes, Optional<Long> opened) {
        long nanos = content.nanos();
        Records.Close close =
                new Records.Close(
                        system(nanos), path, opened.orElse(nanos), opened.isPresent(), nanos);
        records.close(close, bytes, Optional.of(content));
    }

    /// Another PC connected to the shares.
    void accepted(RawFact.Accepted fact) {
        records.connection(
                "acpt",
                system(fact.nanos()),
                Optional.of(endpoint(fact.remote())),
                endpoint(fact.local()),
                fact.nanos());
    }

    /// The kernel connected to another PC's shares.
    void connected(RawFact.Connected fact) {
        for (String kind : new String[] {"con", "est"}) {
            records.connection(
                    kind,
                    system(fact.nanos()),
                    Optional.of(endpoint(fact.local())),
                    endpoint(fact.remote()),
                    fact.nanos());
        }
    }

    private static Endpoint endpoint(Peer peer) {
        return Endpoint.of(peer.address(), peer.port());
    }
}
