/// Raw facts shipped live by the guest become Mark II records while the run goes on.
///
/// Start with [org.tsurutus.sensor.WineSensor]: it reads [org.tsurutus.sensor.fact.RawFact]s,
/// follows the wineserver's trace through [org.tsurutus.sensor.trace.TraceParser] and
/// [org.tsurutus.sensor.wine.WineState], joins it with what the kernel reports about files, and
/// writes records.
@NullMarked
package org.tsurutus.sensor;

import org.jspecify.annotations.NullMarked;
