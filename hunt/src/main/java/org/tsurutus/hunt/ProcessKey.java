package org.tsurutus.hunt;

/// What tells processes apart.
///
/// @param terminal the `tmid` of its terminal
/// @param guid its `psGUID`, unique on its terminal
public record ProcessKey(String terminal, String guid) {}
