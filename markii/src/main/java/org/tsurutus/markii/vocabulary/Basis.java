package org.tsurutus.markii.vocabulary;

/// How well a name and what it means are known; the two may differ, as for a documented name whose
/// meaning is only read from the name.
///
/// @param name the evidence that the name exists
/// @param meaning the evidence for what it means
public record Basis(Evidence name, Evidence meaning) {}
