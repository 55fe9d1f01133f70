package org.tsurutus.hunt.lateral;

import java.time.OffsetDateTime;

/// A process whose program another PC had put there.
///
/// @param time when it began
/// @param by the process that wrote the program, over the network
/// @param path where that process wrote it, as it named the place: `\\HOST\SHARE\…`
/// @param started the process
/// @param commandLine its arguments
/// @param sha256 of the program
public record PlantedStart(
        OffsetDateTime time,
        Actor by,
        String path,
        Actor started,
        String commandLine,
        String sha256) {}
