package org.tsurutus.disk.thin;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntPredicate;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.MapperException;
import org.tsurutus.disk.mapper.ThinPool;

/// Keeps the pool and the table of what it holds in step.
///
/// What is made is noted before the pool has it, and given to a disk in one step when the pool has
/// it; what is thrown away is taken from its disk first and deleted then. So wherever a controller
/// dies a disk is wholly what it was or wholly what it became, and what is nobody's is known.
final class ThinLedger {
    private final ThinPool pool;
    private final ThinNotes notes;
    private final Actions actions;
    private final Milestones milestones;

    ThinLedger(Path folder, ThinPool pool, Actions actions, Milestones milestones) {
        this.pool = pool;
        this.notes = new ThinNotes(folder, actions);
        this.actions = actions;
        this.milestones = milestones;
    }

    /// The table as it is at this moment.
    ThinTable table() {
        return notes.load();
    }

    /// Does something with the table while no other controller changes it, with the pool active.
    <T> T locked(Function<ThinTable, T> work) {
        return notes.hold(() -> {
            pool.activate();
            return work.apply(notes.load());
        });
    }

    /// Changes the pool, after what is nobody's is gone from it.
    <T> T change(Function<ThinTable, T> work) {
        return locked(table -> {
            requireWritable();
            return work.apply(settle(table));
        });
    }

    /// @throws DiskException when nothing may be written until the pool is repaired
    void requireWritable() {
        boolean broken = actions.look(false, () -> pool.status().needsRepair());
        if (broken) {
            throw new DiskException(pool.trouble().orElse("the pool needs repair"));
        }
    }

    /// Notes a new table; the caller holds the lock.
    ThinTable save(ThinTable table) {
        return notes.save(table);
    }

    /// Notes a new table and deletes what is nobody's in it.
    ThinTable saveAndSettle(ThinTable table) {
        ThinTable saved = notes.save(table);
        milestones.reached("the table says whose what is");
        return settle(saved);
    }

    /// Deletes what is nobody's, except for what somebody still reads.
    ThinTable settle(ThinTable table) {
        ThinTable settled = table;
        for (int thin : table.loose()) {
            if (isDeleted(thin)) {
                milestones.reached("a thin disk is deleted");
                settled = settled.without(thin);
            }
        }
        return settled.equals(table) ? table : notes.save(settled);
    }

    private boolean isDeleted(int thin) {
        try {
            pool.delete(thin);
            return true;
        } catch (MapperException e) {
            if (e.isBusy()) {
                return false;
            }
            throw e;
        }
    }

    /// Makes a snapshot and gives it to whom it is for.
    ///
    /// @param given the table in which its number is somebody's
    ThinTable snapshot(
            ThinTable table, int origin, BiFunction<ThinTable, Integer, ThinTable> given) {
        return snapshot(table, thin -> pool.createSnapshot(thin, origin), given);
    }

    /// Makes a snapshot of an active thin disk as it is at this moment, as [#snapshot] does.
    ///
    /// @param volume the name under which it is active
    ThinTable snapshotOfActive(
            ThinTable table,
            int origin,
            String volume,
            BiFunction<ThinTable, Integer, ThinTable> given) {
        return snapshot(table, thin -> pool.createSnapshotOfActive(thin, origin, volume), given);
    }

    private ThinTable snapshot(
            ThinTable table, IntPredicate maker, BiFunction<ThinTable, Integer, ThinTable> given) {
        int thin = table.unusedNumber();
        notes.save(table.loosen(List.of(thin)));
        milestones.reached("a snapshot's number is noted");
        if (!maker.test(thin)) {
            notes.save(table);
            throw unknown(thin);
        }
        milestones.reached("a snapshot is made");
        return saveAndSettle(given.apply(table, thin));
    }

    /// Makes an empty thin disk for an import.
    ///
    /// @param before the table without it
    void create(Arrival arrival, ThinTable before) {
        notes.save(before.with(arrival));
        milestones.reached("an import is noted");
        if (!pool.createThin(arrival.thin())) {
            notes.save(before);
            throw unknown(arrival.thin());
        }
        milestones.reached("a golden image's place is made");
    }

    private static DiskException unknown(int thin) {
        return new DiskException(
                "the pool holds a thin disk "
                        + thin
                        + " that this store did not make; give every store a pool of its own");
    }

    /// Deletes what dead processes were writing when they noted a table.
    List<String> sweep() {
        return notes.sweep();
    }
}
