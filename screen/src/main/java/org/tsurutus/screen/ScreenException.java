package org.tsurutus.screen;

/// The root of what this module throws; its message says what, where and what to do.
public class ScreenException extends RuntimeException {
    public ScreenException(String message) {
        super(message);
    }

    public ScreenException(String message, Throwable cause) {
        super(message, cause);
    }
}
