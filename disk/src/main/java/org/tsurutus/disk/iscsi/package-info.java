/// Disks offered over the network: one iSCSI target a PC, open to that PC alone.
///
/// Start with [org.tsurutus.disk.iscsi.IscsiExport]. The kernel's target (LIO) is set up by writing
/// to configfs, the other (`tgt`) by its own program.
@NullMarked
package org.tsurutus.disk.iscsi;

import org.jspecify.annotations.NullMarked;
