/// The syntax of the wineserver's request trace (`wineserver -d1`), without any meaning.
@NullMarked
package org.tsurutus.sensor.trace;

import org.jspecify.annotations.NullMarked;
