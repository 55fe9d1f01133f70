package org.tsurutus.disk.store;

import java.nio.file.Path;

/// A store under test, where it lives, and what machines do to its disks there.
public interface StoreBench {
    /// A fresh store in which nothing is yet.
    BlockStore store();

    /// The same store, as another controller opens it.
    BlockStore another();

    /// Makes a scratch disk as a raw file where the store lives.
    Path scratchDisk() throws Exception;

    /// Writes a sector as a machine would.
    void write(Attachment attachment, long at, int value) throws Exception;

    /// Has somebody keep an attachment open.
    AutoCloseable hold(Attachment attachment) throws Exception;

    /// After all disks are deleted.
    void assertNothingLeft() throws Exception;
}
