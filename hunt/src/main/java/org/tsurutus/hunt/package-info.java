/// Reading a log as a hunter does: who started whom, and what each of them did.
@NullMarked
package org.tsurutus.hunt;

import org.jspecify.annotations.NullMarked;
