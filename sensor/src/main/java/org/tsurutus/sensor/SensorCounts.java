package org.tsurutus.sensor;

import java.util.Map;

/// How much the sensor has taken and written so far.
///
/// @param records how many records of each kind, such as `ps/start`, in the order of the kinds
/// @param frames facts of any type
/// @param bytes bytes of trace and of file contents
/// @param traceLines lines of the trace
public record SensorCounts(Map<String, Long> records, long frames, long bytes, long traceLines) {}
