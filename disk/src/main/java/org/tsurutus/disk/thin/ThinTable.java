package org.tsurutus.disk.thin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.store.DiskName;

/// What each thin disk of the pool is. A number stands here from before the pool has it until after
/// the pool has lost it, so that wherever a controller dies nothing in the pool is unknown.
///
/// @param goldens golden images
/// @param arrivals golden images that are being imported
/// @param disks runs' disks
/// @param loose numbers that are nothing's: they may be in the pool, and are to be deleted
record ThinTable(
        List<GoldenThin> goldens,
        List<Arrival> arrivals,
        List<DiskThin> disks,
        List<Integer> loose) {
    static final ThinTable EMPTY = new ThinTable(List.of(), List.of(), List.of(), List.of());

    ThinTable {
        goldens = List.copyOf(goldens);
        arrivals = List.copyOf(arrivals);
        disks = List.copyOf(disks);
        loose = List.copyOf(loose);
    }

    Optional<GoldenThin> findGolden(DiskName name) {
        return goldens.stream().filter(each -> each.name().equals(name.text())).findFirst();
    }

    /// @throws DiskException when there is none of this name
    GoldenThin golden(DiskName name) {
        return findGolden(name)
                .orElseThrow(
                        () -> new DiskException("there is no disk and no golden image " + name));
    }

    /// @throws DiskException when the table lacks it
    GoldenThin goldenOf(DiskThin disk) {
        return golden(new DiskName(disk.golden()));
    }

    Optional<DiskThin> findDisk(DiskName name) {
        return disks.stream().filter(each -> each.name().equals(name.text())).findFirst();
    }

    /// @throws DiskException when there is none of this name
    DiskThin disk(DiskName name) {
        return findDisk(name).orElseThrow(() -> new DiskException("there is no disk " + name));
    }

    /// A number that nothing has.
    int unusedNumber() {
        Set<Integer> used = new HashSet<>(loose);
        goldens.forEach(golden -> used.add(golden.thin()));
        arrivals.forEach(arrival -> used.add(arrival.thin()));
        disks.forEach(disk -> used.addAll(disk.numbers()));
        int number = 0;
        while (used.contains(number)) {
            number++;
        }
        return number;
    }

    /// With a disk, in the place of one of its name.
    ThinTable with(DiskThin disk) {
        return new ThinTable(goldens, arrivals, plus(without(disk).disks, disk), loose);
    }

    ThinTable without(DiskThin disk) {
        return new ThinTable(
                goldens, arrivals, less(disks, each -> each.name().equals(disk.name())), loose);
    }

    ThinTable with(Arrival arrival) {
        return new ThinTable(goldens, plus(arrivals, arrival), disks, loose);
    }

    ThinTable without(Arrival arrival) {
        return new ThinTable(goldens, less(arrivals, arrival::equals), disks, loose);
    }

    ThinTable with(GoldenThin golden) {
        return new ThinTable(plus(goldens, golden), arrivals, disks, loose);
    }

    ThinTable loosen(Collection<Integer> numbers) {
        List<Integer> more = new ArrayList<>(loose);
        more.addAll(numbers);
        return new ThinTable(goldens, arrivals, disks, more);
    }

    /// Without a number that the pool no longer has.
    ThinTable without(int number) {
        return new ThinTable(goldens, arrivals, disks, less(loose, each -> each == number));
    }

    private static <T> List<T> plus(List<T> list, T one) {
        List<T> more = new ArrayList<>(list);
        more.add(one);
        return more;
    }

    private static <T> List<T> less(List<T> list, Predicate<T> gone) {
        return list.stream().filter(gone.negate()).toList();
    }
}
