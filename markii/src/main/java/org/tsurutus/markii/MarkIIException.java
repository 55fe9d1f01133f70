package org.tsurutus.markii;

/// The root of what this module throws; its message says what, where and what to do.
public class MarkIIException extends RuntimeException {
    public MarkIIException(String message) {
        super(message);
    }

    public MarkIIException(String message, Throwable cause) {
        super(message, cause);
    }
}
