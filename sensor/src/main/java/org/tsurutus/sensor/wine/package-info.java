/// A model of what the wineserver holds: threads, processes, handles; it turns the trace into acts.
@NullMarked
package org.tsurutus.sensor.wine;

import org.jspecify.annotations.NullMarked;
