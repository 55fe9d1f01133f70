package org.tsurutus.windows;

/// What a PE file asks Windows for, as far as the lab makes a difference.
public enum Subsystem {
    /// A program with a console.
    CONSOLE,
    /// A program with windows.
    GUI,
    /// A driver, or a program that runs before Windows does.
    NATIVE,
    /// Firmware, consoles of games, and what has no name.
    OTHER;

    static Subsystem of(int number) {
        return switch (number) {
            case 1 -> NATIVE;
            case 2 -> GUI;
            case 3 -> CONSOLE;
            default -> OTHER;
        };
    }
}
