package org.tsurutus.windows;

/// The root of what this module throws; its message says what, where and what to do.
public class WindowsException extends RuntimeException {
    public WindowsException(String message) {
        super(message);
    }

    public WindowsException(String message, Throwable cause) {
        super(message, cause);
    }
}
