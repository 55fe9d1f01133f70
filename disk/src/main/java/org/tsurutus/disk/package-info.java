/// What a PC's disk was before a run, what it is after it, and how it becomes again what it was.
///
/// Start with [org.tsurutus.disk.store.BlockStore] (who keeps disks), then
/// [org.tsurutus.disk.lease.DiskLeases] (who may use them, and until when) and
/// [org.tsurutus.disk.evidence.DiskEvidence] (what a run did to them). This package holds what all
/// of them speak of: bytes of a disk, stretches, sectors.
@NullMarked
package org.tsurutus.disk;

import org.jspecify.annotations.NullMarked;
