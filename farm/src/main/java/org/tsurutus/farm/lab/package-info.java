/// The lab put together: images, PCs made by QEMU, leases and runs, ready to be used.
@NullMarked
package org.tsurutus.farm.lab;

import org.jspecify.annotations.NullMarked;
