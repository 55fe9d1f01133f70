/// PCs made by QEMU: the only package that knows its command line and its monitor protocol.
@NullMarked
package org.tsurutus.farm.machine.qemu;

import org.jspecify.annotations.NullMarked;
