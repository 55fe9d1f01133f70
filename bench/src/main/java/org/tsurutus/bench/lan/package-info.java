/// What the switch between the PCs of a run costs.
@NullMarked
package org.tsurutus.bench.lan;

import org.jspecify.annotations.NullMarked;
