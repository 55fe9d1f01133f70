package org.tsurutus.disk.store;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;

/// Keeps golden images and the disks that runs get of them. A disk starts as its golden image and
/// keeps what is written to it apart; to roll back is to throw that away.
///
/// A store knows nothing of runs: who may use a disk, and until when, is for
/// [org.tsurutus.disk.lease.DiskLeases]. Every operation either happens or, where the controller
/// dies in it, leaves something that [#sweep] removes. All throw [DiskException] when they cannot
/// be done, with what is missing.
public interface BlockStore {
    /// Copies a disk into the store, where it never changes again.
    ///
    /// @param name not taken yet
    Golden importGolden(DiskName name, Path image, ImageFormat format);

    /// A golden image, if it is there.
    Optional<Golden> golden(DiskName name);

    /// The golden images that are there.
    List<DiskName> goldens();

    /// Makes a disk that reads as a golden image.
    ///
    /// @param disk not taken yet
    void snapshot(DiskName golden, DiskName disk);

    /// The golden image of a disk, if the disk is there.
    Optional<DiskName> origin(DiskName disk);

    /// Keeps the disk as it is now; what is written from now on lies above. The disk must be
    /// detached where the store cannot hold back its writes for a moment.
    ///
    /// @param moment the checkpoint's name, not taken on this disk yet
    void checkpoint(DiskName disk, DiskName moment);

    /// Makes the disk again what it was at a checkpoint, which stays. The disk must be detached.
    void restore(DiskName disk, DiskName moment);

    /// The disk's checkpoints, oldest first.
    List<DiskName> checkpoints(DiskName disk);

    /// Makes the disk available to a machine or a target; the same again where it is already.
    Attachment attach(DiskName disk);

    /// Takes back what [#attach] gave, also what a dead controller's gave. Nothing where there is
    /// nothing to take back.
    ///
    /// @throws DiskException while somebody has the attachment open: to pull a disk from under a
    ///   live machine would succeed in silence
    void detach(DiskName disk);

    /// Who has the disk open, in words; nobody if empty.
    Optional<String> user(DiskName disk);

    /// The disk's bytes, or those of a golden image, as a machine would see them now.
    Blocks read(DiskName diskOrGolden);

    /// The disk's bytes at a checkpoint.
    Blocks read(DiskName disk, DiskName moment);

    /// Where a checkpoint differs from the golden image at most, as [#written(DiskName)] says it.
    List<Extent> written(DiskName disk, DiskName moment);

    /// Where the disk differs from its golden image at most: what was written since, in the order
    /// of the disk, in units of the store. Checkpoints count as written.
    List<Extent> written(DiskName disk);

    /// Makes the disk its golden image again and forgets its checkpoints. The disk must be
    /// detached. May be repeated after any failure.
    void rollBack(DiskName disk);

    /// Reads back whether the disk is its golden image.
    ///
    /// @param seed which blocks are sampled
    /// @param suspects stretches that must be read too, such as those that were written before
    default Verdict verify(DiskName disk, long seed, List<Extent> suspects) {
        return new Verifier(this).verify(disk, seed, suspects);
    }

    /// Removes a disk and its checkpoints; nothing where it is not there.
    void delete(DiskName disk);

    /// The disks that are there, golden images not counted.
    List<DiskName> disks();

    /// What the store can still take.
    Space space();

    /// What keeps the store from taking every write, whatever space there is, in one sentence with
    /// what to do; empty if nothing does. Nobody gets a disk meanwhile.
    default Optional<String> trouble() {
        return Optional.empty();
    }

    /// Removes what dead controllers left half done: files, processes, mounts. What living ones are
    /// at is left alone.
    ///
    /// @return one line for each thing, to be shown
    List<String> sweep();
}
