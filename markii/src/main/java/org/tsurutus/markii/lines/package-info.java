/// Choosing lines of logs and naming places in them; the lines themselves stay as they are.
@NullMarked
package org.tsurutus.markii.lines;

import org.jspecify.annotations.NullMarked;
