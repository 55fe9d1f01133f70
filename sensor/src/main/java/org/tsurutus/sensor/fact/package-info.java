/// The fact stream between guest and host: frames with a header of 32 bytes, read without trust.
@NullMarked
package org.tsurutus.sensor.fact;

import org.jspecify.annotations.NullMarked;
