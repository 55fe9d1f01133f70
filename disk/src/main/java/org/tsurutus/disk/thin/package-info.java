/// Disks as thin snapshots of a pool of the kernel's device mapper.
///
/// Start with [org.tsurutus.disk.thin.ThinStore].
@NullMarked
package org.tsurutus.disk.thin;

import org.jspecify.annotations.NullMarked;
