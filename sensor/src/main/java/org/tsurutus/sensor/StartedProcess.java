package org.tsurutus.sensor;

/// A process whose start the sensor has seen.
///
/// @param psGuid its identity in the log
/// @param psId the Windows process id, which may be used again
/// @param path the image, `C:\...`
/// @param arguments the command line without the program's name
/// @param parentGuid the creator's identity, empty when unix started it
/// @param parentPath the creator's image, empty when unix started it
/// @param startedNanos the guest's monotonic clock, in nanoseconds
public record StartedProcess(
        String psGuid,
        int psId,
        String path,
        String arguments,
        String parentGuid,
        String parentPath,
        long startedNanos) {}
