package org.tsurutus.hunt.lateral;

import java.time.OffsetDateTime;
import java.util.Optional;

/// A process that was started from another PC.
///
/// @param time when it began
/// @param by the process of the other PC whose connection brought the wish; empty where no log
///   shows it
/// @param started the process
/// @param commandLine its arguments
/// @param account that logged on for it
/// @param address of the other PC
/// @param port of the other PC; empty where no logon or connection shows it
public record RemoteStart(
        OffsetDateTime time,
        Optional<Actor> by,
        Actor started,
        String commandLine,
        String account,
        String address,
        String port) {}
