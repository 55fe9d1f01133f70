package org.tsurutus.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.tsurutus.sensor.file.FileView;
import org.tsurutus.sensor.wine.Act;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Writes what the trace says that processes did.
final class ActEvents implements Consumer<Act> {
    private static final int MAX_RAW_DISK_OPENS = 1_000;
    private static final String RAW_DISK = "\\\\.\\physicaldrive";
    private static final int VOLUME_NAME_LENGTH = 2;

    private final Records records;
    private final FileEvents files;
    private final FileView view;
    private final GapCounts gaps;
    private final Family family = new Family();
    private final List<RawDiskOpen> rawDiskOpens = new ArrayList<>();
    private long rawDiskOpensForgotten;
    private long nanos;

    ActEvents(Records records, FileEvents files, FileView view, GapCounts gaps) {
        this.records = records;
        this.files = files;
        this.view = view;
        this.gaps = gaps;
    }

    /// The guest's clock at the acts that follow.
    void setTime(long guestNanos) {
        nanos = guestNanos;
    }

    long time() {
        return nanos;
    }

    Family family() {
        return family;
    }

    List<RawDiskOpen> rawDiskOpens() {
        return List.copyOf(rawDiskOpens);
    }

    long forgotten() {
        return family.forgotten() + rawDiskOpensForgotten;
    }

    @Override
    public void accept(Act act) {
        switch (act) {
            case Act.Started(WineProcess process) -> {
                family.add(process);
                records.process("start", process, view.find(process.imagePath()), nanos);
            }
            case Act.Stopped(WineProcess process) -> records.stop(process, nanos);
            case Act.FileOpened(WineProcess process, OpenFile file) -> opened(process, file);
            case Act.FileReleased(WineProcess process, OpenFile file) ->
                    files.released(process, file, nanos);
            case Act.FileRenamed renamed -> files.renamed(renamed, nanos);
            case Act.FileLinked linked -> files.linked(linked);
            case Act.KeyCreated(WineProcess process, String path) ->
                    records.key("create", process, path, nanos);
            case Act.KeyDeleted(WineProcess process, String path) ->
                    records.key("delKey", process, path, nanos);
            case Act.ValueSet set -> valueSet(set);
            case Act.ValueDeleted deleted -> records.deleteValue(deleted, nanos);
            case Act.Connecting connecting ->
                    records.connect(connecting.process(), connecting.destination(), nanos);
        }
    }

    private void valueSet(Act.ValueSet set) {
        if (set.data().cut() && records.covers(nanos)) {
            gaps.add(Gap.REGISTRY_VALUES_CUT, 1);
        }
        records.setValue(set, nanos);
    }

    private void opened(WineProcess process, OpenFile file) {
        String path = WindowsPath.ofFile(file.ntPath());
        boolean volume = path.length() == VOLUME_NAME_LENGTH && path.endsWith(":");
        if ((volume || path.toLowerCase(Locale.ROOT).startsWith(RAW_DISK))
                && records.covers(nanos)) {
            rawDisk(process, file, path);
        }
        files.opened(process, file);
    }

    private void rawDisk(WineProcess process, OpenFile file, String path) {
        if (rawDiskOpens.size() == MAX_RAW_DISK_OPENS) {
            rawDiskOpensForgotten++;
            return;
        }
        rawDiskOpens.add(
                new RawDiskOpen(
                        records.time(nanos),
                        process.guid(),
                        process.imagePath(),
                        path,
                        file.writes()));
    }
}
