/// Who keeps disks: golden images that nobody writes to, and what runs get of them.
///
/// Start with [org.tsurutus.disk.store.BlockStore].
@NullMarked
package org.tsurutus.disk.store;

import org.jspecify.annotations.NullMarked;
