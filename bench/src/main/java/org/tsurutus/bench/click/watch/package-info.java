/// Many screens watched by one thread: what is shown on them, and what looking costs.
@NullMarked
package org.tsurutus.bench.click.watch;

import org.jspecify.annotations.NullMarked;
