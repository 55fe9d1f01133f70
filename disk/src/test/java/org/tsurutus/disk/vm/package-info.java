/// A virtual machine in which disks are made for real, on hosts that have no device mapper.
@NullMarked
package org.tsurutus.disk.vm;

import org.jspecify.annotations.NullMarked;
