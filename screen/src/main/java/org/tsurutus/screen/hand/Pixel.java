package org.tsurutus.screen.hand;

/// A pixel of a frame.
record Pixel(int x, int y) {}
