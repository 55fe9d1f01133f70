package org.tsurutus.markii.event;

import java.util.Optional;

/// A user and the domain or computer that knows it.
public record Account(Optional<String> user, Optional<String> domain) {}
