package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.DriveC;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes what happens to files. The wineserver is the witness of who did what; the kernel of how
/// many bytes went through, and of what a file held when it was closed. They meet by inode.
final class FileEvents {
    private static final long COUNTS_PATIENCE_NANOS = 2_000_000_000L;
    private static final long CONTENT_PATIENCE_NANOS = 10_000_000_000L;

    private final DriveC drive;
    private final FileView view;
    private final Records records;
    private final GapCounts gaps;
    private final Meeting<Closing, ByteCounts> counts = new Meeting<>(COUNTS_PATIENCE_NANOS);
    private final Versions<Closing> versions = new Versions<>(CONTENT_PATIENCE_NANOS);
    private final CopySources sources = new CopySources();
    private final OutsideNames names = new OutsideNames();
    private final KnownAttributes attributes = new KnownAttributes();

    /// A file that was closed, and what is known of that so far.
    ///
    /// @param told whether the log tells of it; a close that only the kernel knows as one is not
    ///   told
    private record Closing(OpenFile file, long nanos, boolean told, Optional<ByteCounts> bytes) {}

    FileEvents(DriveC drive, FileView view, Records records, GapCounts gaps) {
        this.drive = drive;
        this.view = view;
        this.records = records;
        this.gaps = gaps;
    }

    void opened(OpenFile file, long nanos) {
        if (file.created()) {
            names.server(file.unixPath(), nanos);
            String kind = file.directory() ? "createDir" : "create";
            records.file(kind, file.process(), name(file), nanos);
        }
    }

    void closed(OpenFile file, long nanos) {
        if (file.directory()) {
            return;
        }
        closing(new Closing(file, nanos, true, Optional.empty()));
    }

    /// No handle came of an opening. What the kernel says of its close must not be taken for a word
    /// about the next one.
    void refused(OpenFile file, long nanos) {
        if (!file.directory()) {
            closing(new Closing(file, nanos, false, Optional.empty()));
        }
    }

    private void closing(Closing closing) {
        counts.first(closing.file().inode(), closing, closing.nanos())
                .ifPresent(known -> counted(closing, Optional.of(known)));
    }

    /// The kernel counted the bytes of a file that the server closed.
    void counted(long inode, ByteCounts known, long nanos) {
        counts.second(inode, known, nanos)
                .ifPresent(closing -> counted(closing, Optional.of(known)));
    }

    /// The kernel closed a file that was open for writing.
    void content(FileContent content) {
        Optional<String> path = drive.windowsPath(content.path());
        boolean changed = path.isEmpty() || !known(path.get(), content);
        path.ifPresent(name -> view.changed(name, content.facts(), content.nanos()));
        Versions.Content version = new Versions.Content(content, changed);
        versions.content(version).forEach(closing -> close(closing, Optional.of(version)));
    }

    /// The kernel saw a name made, removed or given, by whomever.
    ///
    /// @param unixPath normalised
    void kernelName(String unixPath, long nanos) {
        if (drive.holds(unixPath)) {
            names.kernel(unixPath, nanos);
        }
    }

    /// The kernel saw a process change a file's mode, extended attributes or times.
    ///
    /// @param unixPath normalised
    void attributes(WineProcess process, String unixPath, RawFact.Attributes fact) {
        KnownAttributes.Attributes now = KnownAttributes.of(fact);
        if (drive.holds(unixPath) && attributes.change(unixPath, now)) {
            records.attributes(process, name(unixPath), now.hidden(), fact.nanos());
        }
    }

    void removed(Act.FileRemoved removed, long nanos) {
        attributes.removed(removed.path());
        names.server(removed.path(), nanos);
        String path = name(removed.path());
        view.deleted(path, nanos);
        records.file(removed.directory() ? "delDir" : "del", removed.process(), path, nanos);
    }

    void renamed(Act.FileRenamed renamed, long nanos) {
        names.server(renamed.to(), nanos);
        attributes.moved(renamed.from(), renamed.to());
        String from = name(renamed.from());
        String to = name(renamed.to());
        view.moved(from, to, nanos);
        String kind = renamed.directory() ? "renameDir" : "rename";
        records.rename(kind, renamed.process(), from, to, nanos);
    }

    void linked(Act.FileLinked linked, long nanos) {
        names.server(linked.path(), nanos);
        records.file("create", linked.process(), name(linked.path()), nanos);
    }

    /// Gives up on what waited long enough, or on all that waits.
    void settle(long nanos, boolean all) {
        gaps.add(Gap.NAMES_WITHOUT_PROCESS, names.unknown(nanos, all, records));
        counts.overdueSecond(nanos, all);
        for (Closing closing : counts.overdueFirst(nanos, all)) {
            if (closing.told()) {
                missing(Gap.CLOSES_WITHOUT_COUNTS, closing.nanos());
            }
            counted(closing, Optional.empty());
        }
        for (Closing closing : versions.overdue(nanos, all)) {
            if (closing.told()) {
                missing(Gap.CLOSES_WITHOUT_CONTENT, closing.nanos());
            }
            close(closing, Optional.empty());
        }
        for (Versions.Content content : versions.unclaimed(nanos, all)) {
            if (content.changed() && drive.holds(content.file().path())) {
                missing(Gap.CLOSES_WITHOUT_PROCESS, content.file().nanos());
            }
        }
    }

    private void missing(Gap gap, long nanos) {
        if (records.covers(nanos)) {
            gaps.add(gap, 1);
        }
    }

    private void counted(Closing closing, Optional<ByteCounts> bytes) {
        OpenFile file = closing.file();
        if (!file.writes()) {
            bytes.filter(known -> known.read() > 0)
                    .ifPresent(known ->
                            sources.read(
                                    file.process(), name(file), known.read(), closing.nanos()));
            return;
        }
        Closing known = new Closing(file, closing.nanos(), closing.told(), bytes);
        versions.closed(file.inode(), known, closing.nanos())
                .ifPresent(content -> close(known, Optional.of(content)));
    }

    private boolean known(String path, FileContent content) {
        Optional<String> before = view.find(path).map(FileFacts::sha256);
        return before.isPresent() && before.equals(content.facts().map(FileFacts::sha256));
    }

    /// Programs also open files for writing to change no more than attributes; that is no close to
    /// tell of.
    private void close(Closing closing, Optional<Versions.Content> content) {
        OpenFile file = closing.file();
        boolean touched =
                file.created()
                        || file.emptied()
                        || closing.bytes()
                                .map(bytes -> bytes.read() + bytes.write() > 0)
                                .orElse(true)
                        || content.map(Versions.Content::changed).orElse(true);
        if (!touched || !closing.told()) {
            return;
        }
        Optional<FileContent> held = content.map(Versions.Content::file);
        String path = name(file);
        held.flatMap(FileContent::facts)
                .filter(facts -> facts.size() > 0)
                .ifPresent(facts -> copySource(closing, path, facts));
        records.close(Records.Close.of(file, path, closing.nanos()), closing.bytes(), held);
    }

    /// A program that wrote just what a file holds that it has read before has copied that file.
    private void copySource(Closing closing, String path, FileFacts facts) {
        WineProcess process = closing.file().process();
        sources.before(process, facts.size(), closing.nanos()).stream()
                .filter(source -> !source.equalsIgnoreCase(path))
                .filter(source ->
                        view.find(source)
                                .filter(known -> known.sha256().equals(facts.sha256()))
                                .isPresent())
                .findFirst()
                .ifPresent(source -> records.copy(process, source, path, facts, closing.nanos()));
    }

    /// The name that the process used, unless the file has another by now.
    private String name(OpenFile file) {
        String used = WindowsPath.ofFile(file.ntPath());
        String real = drive.windowsPath(file.unixPath()).orElse(used);
        return used.equalsIgnoreCase(real) ? used : real;
    }

    private String name(String unixPath) {
        return drive.windowsPath(unixPath).orElse(unixPath);
    }
}
