/// What happened, in words and in the order of time.
@NullMarked
package org.tsurutus.hunt.timeline;

import org.jspecify.annotations.NullMarked;
