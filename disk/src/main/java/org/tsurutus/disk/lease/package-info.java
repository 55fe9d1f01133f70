/// Who may use a disk, and until when: a disk is a run's from lease to return, however often the PC
/// boots meanwhile, and nobody's before it was read back and found to be what it must be.
///
/// Start with [org.tsurutus.disk.lease.DiskLeases].
@NullMarked
package org.tsurutus.disk.lease;

import org.jspecify.annotations.NullMarked;
