package org.tsurutus.markii.event;

import java.util.Optional;
import org.tsurutus.markii.MarkIIRecord;

/// `evt=wmi subEvt=psCreate`: a process was created through WMI.
///
/// @param clientComputer the computer that asked for it (the meaning is a guess)
/// @param clientUser the user who asked for it (the meaning is a guess)
public record WmiEvent(
        MarkIIRecord record, Optional<String> clientComputer, Optional<String> clientUser)
        implements Event {}
