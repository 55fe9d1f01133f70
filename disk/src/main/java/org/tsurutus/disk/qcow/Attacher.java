package org.tsurutus.disk.qcow;

import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;

/// How an overlay becomes available to others.
sealed interface Attacher permits PlainAttacher, FuseAttacher {
    /// Makes an overlay's bytes available.
    ///
    /// @param layers from the one that is written down to the golden image
    Attachment attach(DiskName disk, List<Image> layers);

    /// Takes it back, whoever gave it; nobody has it open.
    void detach(DiskName disk);

    /// Where the disk's bytes are to be had while nothing else may open the overlay.
    Optional<Attachment> attached(DiskName disk);

    /// Removes what dead controllers left.
    ///
    /// @return one line for each thing
    List<String> sweep();
}
