package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=powerShell subEvt=exec`: PowerShell executed a command.
///
/// @param command the one command, not the command line
/// @param commandType `Cmdlet`
public record PowerShellEvent(
        MarkIIRecord record, Optional<String> command, Optional<String> commandType)
        implements Event {}
