package org.tsurutus.markii.event;

import org.tsurutus.markii.MarkIIRecord;

/// `evt=prt subEvt=create`: something was printed.
public record PrintEvent(MarkIIRecord record) implements Event {}
