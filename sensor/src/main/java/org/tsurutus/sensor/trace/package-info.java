/// What the recorder in the wineserver writes down, as bytes and as records, without any meaning.
@NullMarked
package org.tsurutus.sensor.trace;

import org.jspecify.annotations.NullMarked;
