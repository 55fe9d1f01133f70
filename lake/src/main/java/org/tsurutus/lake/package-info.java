/// A log as numbers: what is in it, how much of it, and what may be missing.
@NullMarked
package org.tsurutus.lake;

import org.jspecify.annotations.NullMarked;
