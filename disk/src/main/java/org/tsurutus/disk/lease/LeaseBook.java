package org.tsurutus.disk.lease;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.StoreLock;
import org.tsurutus.disk.store.DiskName;

/// The journal of disks as one holder reads and writes it, and the holder's own name in it.
final class LeaseBook implements AutoCloseable {
    private final Journal journal;
    private final StoreLock lock;
    private final Path holders;
    private final Holder holder;

    /// @param folder made if it is not there
    LeaseBook(Path folder, Milestones milestones, Function<Path, Holder> whose) {
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

    /// What the journal calls this holder.
    String holder() {
        return holder.name();
    }

    boolean isOwn(DiskState.Held held) {
        return held.holder().equals(holder.name());
    }

    boolean isAlive(DiskState.Held held) {
        return Holder.isAlive(holders, held.holder());
    }

    /// Forgets the holders that are dead.
    void sweepHolders() {
        Holder.sweep(holders);
    }

    /// Reads and decides while no other holder does.
    <T> T hold(Supplier<T> work) {
        return lock.hold(work);
    }

    /// Each disk's last line.
    SequencedMap<DiskName, Entry> last() {
        return lock.hold(journal::last);
    }

    Optional<Entry> find(DiskName disk) {
        return Optional.ofNullable(last().get(disk));
    }

    /// @throws DiskException when there was never such a disk, or it is gone
    Entry entry(DiskName disk) {
        return find(disk).orElseThrow(() -> new DiskException("the journal knows no disk " + disk));
    }

    DiskState state(DiskName disk) {
        return entry(disk).state();
    }

    /// Notes that a step is about to begin.
    ///
    /// @param state from now on
    Entry begin(DiskName disk, DiskName golden, Step step, DiskState state) {
        return note(new Entry(Instant.now(), disk, golden, step, false, state));
    }

    /// Notes that a step is done.
    ///
    /// @param state from now on
    Entry done(DiskName disk, DiskName golden, Step step, DiskState state) {
        return note(new Entry(Instant.now(), disk, golden, step, true, state));
    }

    private Entry note(Entry entry) {
        return lock.hold(() -> {
            journal.append(entry);
            return entry;
        });
    }

    /// Gives the holder's name up.
    @Override
    public void close() {
        holder.close();
    }
}
