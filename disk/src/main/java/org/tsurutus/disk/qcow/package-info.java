/// Disks as files of QEMU: overlays over a base, read and exported by `qemu-storage-daemon`.
@NullMarked
package org.tsurutus.disk.qcow;

import org.jspecify.annotations.NullMarked;
