package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIRecord;

/// `evt=windowsDefender`: Windows Defender. The kinds differ in their names only, which
/// [Event#kind] tells.
public record DefenderEvent(MarkIIRecord record) implements Event {}
