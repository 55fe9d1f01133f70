package org.tsurutus.screen;

/// The keys that work dialogs.
public enum Key {
    ENTER,
    TAB,
    SPACE,
    ESCAPE
}
