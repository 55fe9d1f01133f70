@NullMarked
package org.tsurutus.hunt.lateral;

import org.jspecify.annotations.NullMarked;
