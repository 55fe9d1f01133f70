package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIRecord;

/// A record of a kind that is unknown, or known by its name only; [Event#kind] tells which.
public record Other(MarkIIRecord record) implements Event {}
