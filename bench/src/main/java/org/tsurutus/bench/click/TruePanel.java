package org.tsurutus.bench.click;

/// A dialog that is on a frame.
///
/// @param kind `dialog`, `wizard` or `message_bar`
/// @param box its outermost edge
/// @param title what stands in its title bar
public record TruePanel(String kind, Place box, String title) {}
