package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.StoreLock;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Verdict;

/// Gives disks to runs and takes them back. Every step has a line in the journal before and after
/// it, so that whatever a dead controller was at, [#recover] brings each disk to verified or to
/// quarantine. Several controllers may share a folder.
public final class DiskLeases implements AutoCloseable {
    private static final Duration DYING = Duration.ofSeconds(3);

    private final BlockStore store;
    private final Journal journal;
    private final StoreLock lock;
    private final Path folder;
    private final Path holders;
    private final Holder holder;

    private DiskLeases(
            BlockStore store, Path folder, Milestones milestones, Function<Path, Holder> whose) {
        this.store = store;
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            this.holders = Files.createDirectories(folder.resolve("holders")).toRealPath();
        } catch (IOException e) {
            throw new DiskException("cannot keep leases in " + folder + ": " + e, e);
        }
        this.journal = new Journal(folder.resolve("journal.jsonl"), milestones);
        this.lock = new StoreLock(folder.resolve("lock"));
        this.holder = lock.hold(() -> whose.apply(holders));
    }

    /// The leases of a store.
    ///
    /// @param folder where the journal is kept: always the same for a store
    public static DiskLeases open(BlockStore store, Path folder) {
        return open(store, folder, Milestones.UNWATCHED);
    }

    static DiskLeases open(BlockStore store, Path folder, Milestones milestones) {
        return new DiskLeases(store, folder, milestones, Holder::in);
    }

    /// The leases of a store for a person's commands: what one leases stays leased when it ends,
    /// until another takes it back.
    ///
    /// @param folder as for [#open]
    public static DiskLeases byHand(BlockStore store, Path folder) {
        return new DiskLeases(store, folder, Milestones.UNWATCHED, Holder::person);
    }

    BlockStore store() {
        return store;
    }

    /// Leases a disk, which is made if it is not there. It was read back a moment ago.
    ///
    /// @param worstCase how many bytes the run may come to take; a run that writes to every block
    ///   takes a little more than the disk's size
    /// @throws StoreFullException when the store could not hold that
    /// @throws DiskException when the store is in trouble, or the disk is another run's, in
    ///   quarantine, or turns out not to be what it must be
    public DiskLease lease(DiskName golden, DiskName disk, long worstCase) {
        lock.hold(() -> {
            SequencedMap<DiskName, Entry> last = journal.last();
            requireFree(disk, Optional.ofNullable(last.get(disk)));
            return reserve(golden, disk, worstCase, last);
        });
        return prepare(golden, disk, worstCase);
    }

    /// Leases the first disk of a row that nobody holds and that is not in quarantine.
    ///
    /// @param row what the disks are called, before a number from 1 on
    /// @param worstCase as for [#lease]
    /// @throws DiskException as [#lease] does
    public DiskLease leaseAny(DiskName golden, String row, long worstCase) {
        DiskName disk =
                lock.hold(() -> {
                    SequencedMap<DiskName, Entry> last = journal.last();
                    int number = 1;
                    while (!isFree(Optional.ofNullable(last.get(new DiskName(row + number))))) {
                        number++;
                    }
                    return reserve(golden, new DiskName(row + number), worstCase, last).disk();
                });
        return prepare(golden, disk, worstCase);
    }

    private static boolean isFree(Optional<Entry> last) {
        return last.map(Entry::state)
                .map(state ->
                        switch (state) {
                            case DiskState.Verified _, DiskState.Gone _ -> true;
                            case DiskState.Quarantined _, DiskState.Held _ -> false;
                        })
                .orElse(true);
    }

    private Entry reserve(
            DiskName golden, DiskName disk, long worstCase, Map<DiskName, Entry> last) {
        if (store.golden(golden).isEmpty()) {
            throw new DiskException("there is no golden image " + golden + "; import it first");
        }
        admit(disk, worstCase, last);
        return begin(disk, golden, Step.PREPARE, new DiskState.Fresh(holder.name(), worstCase));
    }

    private DiskLease prepare(DiskName golden, DiskName disk, long worstCase) {
        try {
            return give(golden, disk, worstCase);
        } catch (DiskException e) {
            if (stateOf(disk) instanceof DiskState.Held) {
                rollBack(disk, golden, worstCase);
            }
            throw e;
        }
    }

    private static void requireFree(DiskName disk, Optional<Entry> last) {
        last.ifPresent(entry -> {
            switch (entry.state()) {
                case DiskState.Verified _, DiskState.Gone _ -> {}
                case DiskState.Quarantined(String reason) ->
                        throw new DiskException(
                                "the disk "
                                        + disk
                                        + " is in quarantine: "
                                        + reason
                                        + "; look at it and release it by hand");
                case DiskState.Held held ->
                        throw new DiskException(
                                "the disk " + disk + " is held by " + held.holder());
            }
        });
    }

    /// What others hold counts in full, whatever they took of it already: a run must not fail for
    /// want of room, and the few that wait for nothing lose little.
    private void admit(DiskName disk, long worstCase, Map<DiskName, Entry> last) {
        store.trouble()
                .ifPresent(trouble -> {
                    throw new DiskException(trouble);
                });
        long promised = 0;
        for (Entry entry : last.values()) {
            if (entry.state() instanceof DiskState.Held held) {
                promised += held.promised();
            }
        }
        long free = store.space().free();
        if (free - promised < worstCase) {
            throw new StoreFullException(disk.text(), worstCase, free, promised);
        }
    }

    private DiskLease give(DiskName golden, DiskName disk, long worstCase) {
        DiskState fresh = new DiskState.Fresh(holder.name(), worstCase);
        Optional<DiskName> origin = store.origin(disk);
        if (origin.isPresent() && !origin.get().equals(golden)) {
            store.delete(disk);
        }
        if (store.origin(disk).isEmpty()) {
            store.snapshot(golden, disk);
        }
        done(disk, golden, Step.PREPARE, fresh);
        begin(disk, golden, Step.VERIFY, fresh);
        if (verify(disk, List.of()) instanceof Verdict.Unsound(String reason)) {
            done(disk, golden, Step.VERIFY, new DiskState.Quarantined(reason));
            throw new DiskException(
                    "the disk " + disk + " goes to quarantine instead of a run: " + reason);
        }
        done(disk, golden, Step.VERIFY, fresh);
        DiskState inUse = new DiskState.InUse(holder.name(), worstCase);
        begin(disk, golden, Step.LEASE, inUse);
        Attachment attachment = store.attach(disk);
        done(disk, golden, Step.LEASE, inUse);
        return new DiskLease(this, disk, golden, attachment);
    }

    private Verdict verify(DiskName disk, List<Extent> suspects) {
        return store.verify(disk, new SplittableRandom().nextLong(), suspects);
    }

    /// Takes a disk from its run.
    void giveBack(DiskName disk) {
        Entry entry = entry(disk);
        if (!(entry.state() instanceof DiskState.InUse held)) {
            throw new DiskException("the disk " + disk + " is nobody's");
        }
        begin(disk, entry.golden(), Step.RETURN, held);
        store.detach(disk);
        done(
                disk,
                entry.golden(),
                Step.RETURN,
                new DiskState.Dirty(held.holder(), held.promised()));
        rollBack(disk, entry.golden(), held.promised());
    }

    /// Takes back a disk of this holder as [DiskLease#close] does, also where a command died while
    /// it leased the disk or took it back.
    ///
    /// @return verified or quarantined
    /// @throws DiskException when it is another's or nobody's, or a machine still has it open
    public DiskState takeBack(DiskName disk) {
        Entry entry = entry(disk);
        if (!(entry.state() instanceof DiskState.Held held)
                || !held.holder().equals(holder.name())) {
            throw new DiskException("the disk " + disk + " is not leased by " + holder.name());
        }
        if (held instanceof DiskState.InUse) {
            giveBack(disk);
        } else {
            rollBack(disk, entry.golden(), held.promised());
        }
        return stateOf(disk);
    }

    private void rollBack(DiskName disk, DiskName golden, long promised) {
        begin(disk, golden, Step.ROLL_BACK, new DiskState.RollingBack(holder.name(), promised));
        reset(disk, golden, Step.ROLL_BACK, promised);
    }

    /// Brings a disk back to its golden image or to quarantine, whatever state it is in.
    ///
    /// @param step what this is part of; its beginning is noted already
    private DiskState reset(DiskName disk, DiskName golden, Step step, long promised) {
        DiskState end;
        try {
            store.detach(disk);
            List<Extent> suspects = suspects(disk);
            if (store.origin(disk).isEmpty()) {
                store.delete(disk);
                store.snapshot(golden, disk);
            } else {
                store.rollBack(disk);
            }
            DiskState fresh = new DiskState.Fresh(holder.name(), promised);
            done(disk, golden, step, fresh);
            begin(disk, golden, Step.VERIFY, fresh);
            end =
                    switch (verify(disk, suspects)) {
                        case Verdict.Sound _ -> new DiskState.Verified();
                        case Verdict.Unsound(String reason) -> new DiskState.Quarantined(reason);
                    };
        } catch (DiskException e) {
            end = new DiskState.Quarantined("it could not be rolled back: " + e.getMessage());
        }
        done(disk, golden, Step.VERIFY, end);
        return end;
    }

    /// Where a run wrote is read back first; a disk that cannot say where is read at random.
    private List<Extent> suspects(DiskName disk) {
        try {
            return store.written(disk);
        } catch (DiskException _) {
            return List.of();
        }
    }

    /// Takes over what dead controllers left: removes what was half done, and brings every disk
    /// they held to verified or to quarantine. Their machines must have been ended.
    ///
    /// @return one line for each thing done, to be shown
    public List<String> recover() {
        List<String> lines = new ArrayList<>(store.sweep());
        lines.addAll(Leftovers.sweep(folder));
        for (Entry left : claim()) {
            awaitLettingGo(left.disk());
            DiskState end = reset(left.disk(), left.golden(), Step.RECOVER, promised(left));
            lines.add(
                    "the disk "
                            + left.disk()
                            + (end instanceof DiskState.Quarantined(String reason)
                                    ? " goes to quarantine: " + reason
                                    : " is as it was before the run"));
        }
        return lines;
    }

    /// A machine that was killed a moment ago may still have its disk open.
    private void awaitLettingGo(DiskName disk) {
        long deadline = System.nanoTime() + DYING.toNanos();
        try {
            while (store.user(disk).isPresent() && System.nanoTime() < deadline) {
                Thread.sleep(20);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Makes the disks of dead controllers this one's.
    private List<Entry> claim() {
        return lock.hold(() -> {
            List<Entry> left = new ArrayList<>();
            for (Entry entry : journal.last().values()) {
                if (entry.state() instanceof DiskState.Held held
                        && !Holder.isAlive(holders, held.holder())) {
                    left.add(entry);
                    begin(
                            entry.disk(),
                            entry.golden(),
                            Step.RECOVER,
                            new DiskState.RollingBack(holder.name(), held.promised()));
                }
            }
            Holder.sweep(holders);
            return left;
        });
    }

    private static long promised(Entry entry) {
        return entry.state() instanceof DiskState.Held held ? held.promised() : 0;
    }

    /// Lets a quarantined disk go because a person looked at it: it is rolled back and read back
    /// once more.
    ///
    /// @return verified, or quarantined again
    /// @throws DiskException when it is not in quarantine
    public DiskState pardon(DiskName disk) {
        Entry entry =
                lock.hold(() -> {
                    Entry last = entry(disk);
                    if (!(last.state() instanceof DiskState.Quarantined)) {
                        throw new DiskException("the disk " + disk + " is not in quarantine");
                    }
                    return begin(
                            disk,
                            last.golden(),
                            Step.PARDON,
                            new DiskState.RollingBack(holder.name(), 0));
                });
        return reset(disk, entry.golden(), Step.PARDON, 0);
    }

    /// Deletes a disk that nobody holds.
    ///
    /// @throws DiskException when somebody does, or there is none
    public void delete(DiskName disk) {
        Entry entry =
                lock.hold(() -> {
                    Entry last = entry(disk);
                    if (last.state() instanceof DiskState.Held held) {
                        throw new DiskException(
                                "the disk " + disk + " is held by " + held.holder());
                    }
                    return begin(
                            disk,
                            last.golden(),
                            Step.DELETE,
                            new DiskState.RollingBack(holder.name(), 0));
                });
        store.delete(disk);
        done(disk, entry.golden(), Step.DELETE, new DiskState.Gone());
    }

    /// Whether this holder has a disk.
    public boolean holds(DiskName disk) {
        return Optional.ofNullable(lock.hold(journal::last).get(disk)).map(Entry::state).stream()
                .anyMatch(state ->
                        state instanceof DiskState.InUse held
                                && held.holder().equals(holder.name()));
    }

    /// How every disk stands.
    public SequencedMap<DiskName, DiskState> states() {
        SequencedMap<DiskName, DiskState> states = new LinkedHashMap<>();
        lock.hold(journal::last).forEach((disk, entry) -> states.put(disk, entry.state()));
        return states;
    }

    private DiskState stateOf(DiskName disk) {
        return entry(disk).state();
    }

    private Entry entry(DiskName disk) {
        return Optional.ofNullable(lock.hold(journal::last).get(disk))
                .orElseThrow(() -> new DiskException("the journal knows no disk " + disk));
    }

    private Entry begin(DiskName disk, DiskName golden, Step step, DiskState state) {
        return note(disk, golden, step, false, state);
    }

    private Entry done(DiskName disk, DiskName golden, Step step, DiskState state) {
        return note(disk, golden, step, true, state);
    }

    private Entry note(DiskName disk, DiskName golden, Step step, boolean isDone, DiskState state) {
        Entry entry = new Entry(Instant.now(), disk, golden, step, isDone, state);
        lock.hold(() -> {
            journal.append(entry);
            return entry;
        });
        return entry;
    }

    /// Gives this controller's name up; leases that were not closed count as a dead one's.
    @Override
    public void close() {
        holder.close();
    }
}
