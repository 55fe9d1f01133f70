package org.tsurutus.sensor;

import java.util.Optional;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.DriveC;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes about files what the kernel reports, for the process that the trace names. Unix paths
/// that come in are normalised.
final class FileEvents {
    private final DriveC drive;
    private final FileView view;
    private final Records records;
    private final GapCounts gaps;
    private final FileClaims claims = new FileClaims();

    FileEvents(DriveC drive, FileView view, Records records, GapCounts gaps) {
        this.drive = drive;
        this.view = view;
        this.records = records;
        this.gaps = gaps;
    }

    void kernelCreated(String path, long nanos) {
        claims.created(path, nanos);
    }

    void kernelDeleted(String path, long nanos) {
        drive.windowsPath(path).ifPresent(view::deleted);
        claims.deleted(path, nanos).ifPresent(actor -> delete(actor, path, nanos));
    }

    void kernelMoved(String from, String to) {
        Optional<String> source = drive.windowsPath(from);
        Optional<String> target = drive.windowsPath(to);
        if (source.isPresent() && target.isPresent()) {
            view.moved(source.get(), target.get());
        } else {
            source.ifPresent(view::deleted);
            target.ifPresent(path -> view.changed(path, Optional.empty()));
        }
        claims.moved(from, to);
    }

    void kernelClosed(String path, FileClaims.Close close) {
        drive.windowsPath(path).ifPresent(windows -> view.changed(windows, close.facts()));
        claims.closed(path, close).ifPresent(actor -> close(actor, path, close));
    }

    void opened(WineProcess process, OpenFile file) {
        if (file.mayCreate()) {
            claims.claimCreation(file.unixPath()).ifPresent(nanos -> created(process, file, nanos));
        }
        claims.opened(process, file);
    }

    /// The kernel's time is the truer one; by the trace's, a file might seem closed before it was
    /// made.
    private void created(WineProcess process, OpenFile file, long nanos) {
        file.markCreated();
        String kind = file.directory() ? "createDir" : "create";
        records.file(kind, process, name(file, file.unixPath()), nanos);
    }

    void released(WineProcess process, OpenFile file, long nanos) {
        FileClaims.Actor actor = new FileClaims.Actor(process, file);
        String path = file.unixPath();
        if (file.writes()) {
            claims.releasedWriting(actor, nanos).ifPresent(close -> close(actor, path, close));
        }
        if (file.deleteOnClose()) {
            claims.releasedDeleting(actor, nanos).ifPresent(when -> delete(actor, path, when));
        }
    }

    void renamed(Act.FileRenamed renamed, long nanos) {
        claims.moved(renamed.from().unixPath(), renamed.to().unixPath());
        String kind = renamed.file().directory() ? "renameDir" : "rename";
        records.rename(kind, renamed.process(), name(renamed.from()), name(renamed.to()), nanos);
    }

    void linked(Act.FileLinked linked) {
        claims.claimCreation(linked.name().unixPath())
                .ifPresent(nanos ->
                        records.file("create", linked.process(), name(linked.name()), nanos));
    }

    /// Gives up on what waited long enough.
    void tick(long nanos) {
        settle(nanos, false);
    }

    /// Gives up on all that waits.
    void finish() {
        settle(0, true);
    }

    private void settle(long nanos, boolean all) {
        for (FileClaims.Claim<FileClaims.Close> claim : claims.overdueCloses(nanos, all)) {
            claim.actor()
                    .ifPresentOrElse(
                            actor -> close(actor, claim.path(), claim.word()),
                            () ->
                                    missing(
                                            Gap.CLOSES_WITHOUT_PROCESS,
                                            claim.path(),
                                            claim.word().nanos()));
        }
        for (FileClaims.Claim<Long> claim : claims.overdueDeletes(nanos, all)) {
            claim.actor()
                    .ifPresentOrElse(
                            actor -> delete(actor, claim.path(), claim.word()),
                            () ->
                                    missing(
                                            Gap.DELETIONS_WITHOUT_PROCESS,
                                            claim.path(),
                                            claim.word()));
        }
        for (FileClaims.Claim<Long> claim : claims.overdueCreations(nanos, all)) {
            missing(Gap.CREATIONS_WITHOUT_PROCESS, claim.path(), claim.word());
        }
    }

    private void missing(Gap gap, String path, long nanos) {
        if (drive.holds(path) && records.covers(nanos)) {
            gaps.add(gap, 1);
        }
    }

    private void close(FileClaims.Actor actor, String path, FileClaims.Close close) {
        String name = name(actor.file(), path);
        records.close(actor.process(), name, close, actor.file().created());
    }

    private void delete(FileClaims.Actor actor, String path, long nanos) {
        String kind = actor.file().directory() ? "delDir" : "del";
        records.file(kind, actor.process(), name(actor.file(), path), nanos);
    }

    private String name(Act.FileName name) {
        return name.ntPath().isEmpty()
                ? drive.windowsPath(name.unixPath()).orElse(name.unixPath())
                : WindowsPath.ofFile(name.ntPath());
    }

    /// The name that the process used, unless the file has another by now.
    private String name(OpenFile file, String unixPath) {
        String used = WindowsPath.ofFile(file.ntPath());
        String real = drive.windowsPath(unixPath).orElse(used);
        return used.equalsIgnoreCase(real) ? used : real;
    }
}
