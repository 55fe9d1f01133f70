/// What a run did to a disk, seen from below: which sectors changed and what they are.
///
/// Start with [org.tsurutus.disk.evidence.DiskEvidence]. Only the disk as it was *before* the run
/// is ever parsed, and that with bounds; what the specimen left is compared and hashed.
@NullMarked
package org.tsurutus.disk.evidence;

import org.jspecify.annotations.NullMarked;
