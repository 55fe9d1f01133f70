/// What it costs to give disks out, roll them back, read them back and say what was done to them.
@NullMarked
package org.tsurutus.bench.disk;

import org.jspecify.annotations.NullMarked;
