package org.tsurutus.disk.lease;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.Milestones;
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
    private final Path folder;
    private final LeaseBook book;
    private final Admission admission;

    private DiskLeases(BlockStore store, Path folder, LeaseBook book) {
        this.store = store;
        this.folder = folder;
        this.book = book;
        this.admission = new Admission(store);
    }

    /// The leases of a store.
    ///
    /// @param folder where the journal is kept: always the same for a store
    public static DiskLeases open(BlockStore store, Path folder) {
        return open(store, folder, Milestones.UNWATCHED);
    }

    static DiskLeases open(BlockStore store, Path folder, Milestones milestones) {
        return new DiskLeases(store, folder, new LeaseBook(folder, milestones, Holder::in));
    }

    /// The leases of a store for a person's commands: what one leases stays leased when it ends,
    /// until another takes it back.
    ///
    /// @param folder as for [#open]
    public static DiskLeases byHand(BlockStore store, Path folder) {
        return new DiskLeases(
                store, folder, new LeaseBook(folder, Milestones.UNWATCHED, Holder::person));
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
        book.hold(() -> {
            SequencedMap<DiskName, Entry> last = book.last();
            Admission.requireFree(disk, last);
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
                book.hold(() -> {
                    SequencedMap<DiskName, Entry> last = book.last();
                    int number = 1;
                    while (!Admission.isFree(new DiskName(row + number), last)) {
                        number++;
                    }
                    return reserve(golden, new DiskName(row + number), worstCase, last).disk();
                });
        return prepare(golden, disk, worstCase);
    }

    private Entry reserve(
            DiskName golden, DiskName disk, long worstCase, Map<DiskName, Entry> last) {
        if (store.golden(golden).isEmpty()) {
            throw new DiskException("there is no golden image " + golden + "; import it first");
        }
        admission.admit(disk, worstCase, last.values());
        return book.begin(
                disk, golden, Step.PREPARE, new DiskState.Fresh(book.holder(), worstCase));
    }

    private DiskLease prepare(DiskName golden, DiskName disk, long worstCase) {
        try {
            return give(golden, disk, worstCase);
        } catch (DiskException e) {
            if (book.state(disk) instanceof DiskState.Held) {
                rollBack(disk, golden, worstCase);
            }
            throw e;
        }
    }

    private DiskLease give(DiskName golden, DiskName disk, long worstCase) {
        DiskState fresh = new DiskState.Fresh(book.holder(), worstCase);
        Optional<DiskName> origin = store.origin(disk);
        if (origin.isPresent() && !origin.get().equals(golden)) {
            store.delete(disk);
        }
        if (store.origin(disk).isEmpty()) {
            store.snapshot(golden, disk);
        }
        book.done(disk, golden, Step.PREPARE, fresh);
        book.begin(disk, golden, Step.VERIFY, fresh);
        if (verify(disk, List.of()) instanceof Verdict.Unsound(String reason)) {
            book.done(disk, golden, Step.VERIFY, new DiskState.Quarantined(reason));
            throw new DiskException(
                    "the disk " + disk + " goes to quarantine instead of a run: " + reason);
        }
        book.done(disk, golden, Step.VERIFY, fresh);
        DiskState inUse = new DiskState.InUse(book.holder(), worstCase);
        book.begin(disk, golden, Step.LEASE, inUse);
        Attachment attachment = store.attach(disk);
        book.done(disk, golden, Step.LEASE, inUse);
        return new DiskLease(this, disk, golden, attachment);
    }

    private Verdict verify(DiskName disk, List<Extent> suspects) {
        return store.verify(disk, new SplittableRandom().nextLong(), suspects);
    }

    /// Takes a disk from its run.
    void giveBack(DiskName disk) {
        Entry entry = book.entry(disk);
        if (!(entry.state() instanceof DiskState.InUse held)) {
            throw new DiskException("the disk " + disk + " is nobody's");
        }
        book.begin(disk, entry.golden(), Step.RETURN, held);
        store.detach(disk);
        book.done(
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
        Entry entry = book.entry(disk);
        if (!(entry.state() instanceof DiskState.Held held) || !book.isOwn(held)) {
            throw new DiskException("the disk " + disk + " is not leased by " + book.holder());
        }
        if (held instanceof DiskState.InUse) {
            giveBack(disk);
        } else {
            rollBack(disk, entry.golden(), held.promised());
        }
        return book.state(disk);
    }

    private void rollBack(DiskName disk, DiskName golden, long promised) {
        book.begin(
                disk, golden, Step.ROLL_BACK, new DiskState.RollingBack(book.holder(), promised));
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
            DiskState fresh = new DiskState.Fresh(book.holder(), promised);
            book.done(disk, golden, step, fresh);
            book.begin(disk, golden, Step.VERIFY, fresh);
            end =
                    switch (verify(disk, suspects)) {
                        case Verdict.Sound _ -> new DiskState.Verified();
                        case Verdict.Unsound(String reason) -> new DiskState.Quarantined(reason);
                    };
        } catch (DiskException e) {
            end = new DiskState.Quarantined("it could not be rolled back: " + e.getMessage());
        }
        book.done(disk, golden, Step.VERIFY, end);
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
        return book.hold(() -> {
            List<Entry> left = new ArrayList<>();
            for (Entry entry : book.last().values()) {
                if (entry.state() instanceof DiskState.Held held && !book.isAlive(held)) {
                    left.add(entry);
                    book.begin(
                            entry.disk(),
                            entry.golden(),
                            Step.RECOVER,
                            new DiskState.RollingBack(book.holder(), held.promised()));
                }
            }
            book.sweepHolders();
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
                book.hold(() -> {
                    Entry last = book.entry(disk);
                    if (!(last.state() instanceof DiskState.Quarantined)) {
                        throw new DiskException("the disk " + disk + " is not in quarantine");
                    }
                    return book.begin(
                            disk,
                            last.golden(),
                            Step.PARDON,
                            new DiskState.RollingBack(book.holder(), 0));
                });
        return reset(disk, entry.golden(), Step.PARDON, 0);
    }

    /// Deletes a disk that nobody holds.
    ///
    /// @throws DiskException when somebody does, or there is none
    public void delete(DiskName disk) {
        Entry entry =
                book.hold(() -> {
                    Entry last = book.entry(disk);
                    if (last.state() instanceof DiskState.Held held) {
                        throw new DiskException(
                                "the disk " + disk + " is held by " + held.holder());
                    }
                    return book.begin(
                            disk,
                            last.golden(),
                            Step.DELETE,
                            new DiskState.RollingBack(book.holder(), 0));
                });
        store.delete(disk);
        book.done(disk, entry.golden(), Step.DELETE, new DiskState.Gone());
    }

    /// Whether this holder has a disk.
    public boolean holds(DiskName disk) {
        return book.find(disk).map(Entry::state).stream()
                .anyMatch(state -> state instanceof DiskState.InUse held && book.isOwn(held));
    }

    /// How every disk stands.
    public SequencedMap<DiskName, DiskState> states() {
        SequencedMap<DiskName, DiskState> states = new LinkedHashMap<>();
        book.last().forEach((disk, entry) -> states.put(disk, entry.state()));
        return states;
    }

    /// Gives this controller's name up; leases that were not closed count as a dead one's.
    @Override
    public void close() {
        book.close();
    }
}
