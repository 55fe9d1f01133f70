package org.tsurutus.sensor;

import java.time.OffsetDateTime;

/// A process opened a disk or volume as raw sectors. The Mark II vocabulary has no event for that,
/// and the kernel reports none; whoever compares the disk joins its changes with this.
///
/// @param time the PC's clock
/// @param path such as `\\.\PhysicalDrive0`
/// @param forWriting whether the process asked for the right to write
public record RawDiskOpen(
        OffsetDateTime time, String psGuid, String psPath, String path, boolean forWriting) {}
