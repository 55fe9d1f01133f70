/// From PC to PC: which process of one PC is behind which process of another one.
@NullMarked
package org.tsurutus.hunt.lateral;

import org.jspecify.annotations.NullMarked;
