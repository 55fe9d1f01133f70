package org.tsurutus.sensor;

import java.util.function.Consumer;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.trace.TraceBytes;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.Logon;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes what the trace says that processes did.
final class ActEvents implements Consumer<Act> {
    private final Records records;
    private final FileEvents files;
    private final NetworkEvents network;
    private final RawDisks disks;
    private final FileView view;
    private final GapCounts gaps;
    private final Family family = new Family();
    private long nanos;

    ActEvents(
            Records records,
            FileEvents files,
            NetworkEvents network,
            RawDisks disks,
            FileView view,
            GapCounts gaps) {
        this.records = records;
        this.files = files;
        this.network = network;
        this.disks = disks;
        this.view = view;
        this.gaps = gaps;
    }

    /// The guest's clock at the acts that follow.
    void setTime(long guestNanos) {
        nanos = guestNanos;
    }

    Family family() {
        return family;
    }

    @Override
    public void accept(Act act) {
        switch (act) {
            case Act.Started(WineProcess process) -> {
                family.add(process);
                long start = process.startedNanos();
                records.process("start", process, view.find(process.imagePath()), start);
                process.logon()
                        .filter(logon -> logon.kind().equals("wmi") && Logon.isDirect(process))
                        .ifPresent(logon -> records.wmi(process, logon, start));
                SessionEnd.of(process).ifPresent(end -> ended(end, process));
            }
            case Act.Stopped(WineProcess process) -> records.stop(process, nanos);
            case Act.Injected(WineProcess process, WineProcess target, String api) ->
                    records.inject(process, target, api, nanos);
            case Act.FileOpened opened -> {
                disks.opened(opened.file(), nanos);
                files.opened(opened.file(), nanos);
            }
            case Act.FileRefused refused -> files.refused(refused.file(), nanos);
            case Act.FileClosed closed -> files.closed(closed.file(), nanos);
            case Act.FileRemoved removed -> files.removed(removed, nanos);
            case Act.FileRenamed renamed -> files.renamed(renamed, nanos);
            case Act.FileLinked linked -> files.linked(linked, nanos);
            case Act.KeyCreated(WineProcess process, String path) ->
                    records.key("create", process, path, nanos);
            case Act.KeyDeleted(WineProcess process, String path) ->
                    records.key("delKey", process, path, nanos);
            case Act.KeyRenamed renamed -> records.renameKey(renamed, nanos);
            case Act.ValueSet set -> {
                if (RegistryType.of(set.type()).isText()) {
                    countCut(set.data());
                }
                records.setValue(set, nanos);
            }
            case Act.ValueDeleted deleted -> records.deleteValue(deleted, nanos);
            case Act.Connecting connecting -> network.connecting(connecting, nanos);
            case Act.Established established -> network.established(established, nanos);
            case Act.Accepted accepted -> network.accepted(accepted, nanos);
            case Act.Disconnected gone -> network.disconnected(gone, nanos);
            case Act.Listening listening -> network.listening(listening, nanos);
            case Act.PortOpened opened -> network.portOpened(opened, nanos);
            case Act.WindowActivated(WineProcess process, String title) ->
                    records.activeWindow(process, title, nanos);
            case Act.ClipboardSet set -> {
                countCut(set.data());
                records.copyToClipboard(set, nanos);
            }
            case Act.ClipboardTaken taken -> {
                countCut(taken.data());
                records.pasteFromClipboard(taken, nanos);
            }
        }
    }

    private void ended(SessionEnd end, WineProcess process) {
        records.logout(process, nanos);
        switch (end) {
            case LOGOFF -> {}
            case RESTART -> {
                records.os("stop", nanos);
                records.os("start", nanos);
            }
        }
    }

    private void countCut(TraceBytes data) {
        if (data.cut() && records.covers(nanos)) {
            gaps.add(Gap.VALUES_CUT, 1);
        }
    }
}
