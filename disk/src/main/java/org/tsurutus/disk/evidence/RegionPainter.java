package org.tsurutus.disk.evidence;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/// Covers a disk with regions: what is painted later lies over what was there. Whatever a disk
/// claims is cut to the stretch that it may speak of.
final class RegionPainter {
    /// More than any real disk has; where a disk claims more, what lies beneath stays.
    private static final int MOST_REGIONS = 20_000;

    private final long sectors;

    /// Each reaches to the next one's first sector.
    private final NavigableMap<Long, Place> starts = new TreeMap<>();

    RegionPainter(long sectors, Place everywhere) {
        this.sectors = sectors;
        starts.put(0L, everywhere);
    }

    /// Paints on the disk.
    void paint(long lba, long count, Place place) {
        cut(lba, count, sectors, place);
    }

    /// Paints a stretch that a volume tells of.
    ///
    /// @param lba from the volume's start
    void paintIn(Volume volume, long lba, long count, DiskStructure structure) {
        if (lba >= 0 && lba < volume.sectors()) {
            cut(volume.lba() + lba, count, volume.end(), Place.in(volume, structure));
        }
    }

    private void cut(long lba, long count, long behind, Place place) {
        if (lba < 0 || lba >= behind || count <= 0 || starts.size() > MOST_REGIONS) {
            return;
        }
        long end = lba + Math.min(count, behind - lba);
        Place before = starts.floorEntry(end - 1).getValue();
        if (end < sectors) {
            starts.putIfAbsent(end, before);
        }
        starts.subMap(lba, end).clear();
        starts.put(lba, place);
    }

    List<Region> regions() {
        List<Region> regions = new ArrayList<>();
        long end = sectors;
        for (Map.Entry<Long, Place> entry : starts.descendingMap().entrySet()) {
            long start = entry.getKey();
            Place place = entry.getValue();
            if (!regions.isEmpty() && regions.getLast().place().equals(place)) {
                end = regions.removeLast().end();
            }
            regions.add(new Region(start, end - start, place));
            end = start;
        }
        return List.copyOf(regions.reversed());
    }
}
