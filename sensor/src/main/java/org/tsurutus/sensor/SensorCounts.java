package org.tsurutus.sensor;

import java.util.Map;

/// How much the sensor has taken and written so far.
///
/// @param records how many records of each kind, such as `ps/start`, in the order of the kinds
/// @param frames facts of any type
/// @param bytes bytes of trace and of file contents
/// @param traceRecords what the wineserver's recorder told, one record for each request, reply or
///   other turn
/// @param dropped events, or parts of them, that are known to be lost
/// @param unmatched events of which not every witness told that their record needs
/// @param skippedBytes bytes of facts and trace that could not be read
public record SensorCounts(
        Map<String, Long> records,
        long frames,
        long bytes,
        long traceRecords,
        long dropped,
        long unmatched,
        long skippedBytes) {}
