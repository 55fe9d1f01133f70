package org.tsurutus.sensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WindowsPath;
import org.tsurutus.sensor.wine.WineProcess;

/// Who opened disks as raw sectors, and who wrote where.
final class RawDisks {
    private static final int MAX_OPENS = 1_000;
    private static final int MAX_WRITES = 100_000;
    private static final int SECTOR_BYTES = 512;
    private static final String RAW_DISK = "\\\\.\\physicaldrive";
    private static final int VOLUME_NAME_LENGTH = 2;

    private final Records records;
    private final List<RawDiskOpen> opens = new ArrayList<>();
    private final List<Write> writes = new ArrayList<>();
    private long forgotten;

    private record Write(WineProcess process, long first, long behind) {}

    RawDisks(Records records) {
        this.records = records;
    }

    List<RawDiskOpen> opens() {
        return List.copyOf(opens);
    }

    long forgotten() {
        return forgotten;
    }

    void opened(OpenFile file, long nanos) {
        String path = WindowsPath.ofFile(file.ntPath());
        boolean volume = path.length() == VOLUME_NAME_LENGTH && path.endsWith(":");
        boolean disk = path.toLowerCase(Locale.ROOT).startsWith(RAW_DISK);
        if (!(volume || disk) || !records.covers(nanos)) {
            return;
        }
        if (opens.size() == MAX_OPENS) {
            forgotten++;
            return;
        }
        WineProcess process = file.process();
        opens.add(
                new RawDiskOpen(
                        records.time(nanos),
                        process.guid(),
                        process.imagePath(),
                        path,
                        file.forWriting()));
    }

    void written(WineProcess process, RawFact.RawWrite write) {
        if (writes.size() == MAX_WRITES) {
            forgotten++;
            return;
        }
        writes.add(new Write(process, write.offset(), write.offset() + write.bytes()));
    }

    /// The process that wrote last into these sectors; where the kernel told of none, the only one
    /// that had the disk open for writing.
    Optional<Writer> writer(String path, long lba, long sectors) {
        long first = lba * SECTOR_BYTES;
        long behind = first + sectors * SECTOR_BYTES;
        for (Write write : writes.reversed()) {
            if (write.first() < behind && write.behind() > first) {
                return Optional.of(new Writer(write.process().guid(), write.process().imagePath()));
            }
        }
        List<Writer> openers =
                opens.stream()
                        .filter(open -> open.forWriting() && open.path().equalsIgnoreCase(path))
                        .map(open -> new Writer(open.psGuid(), open.psPath()))
                        .distinct()
                        .toList();
        return openers.size() == 1 ? Optional.of(openers.getFirst()) : Optional.empty();
    }

    /// A process that wrote.
    record Writer(String psGuid, String psPath) {}
}
