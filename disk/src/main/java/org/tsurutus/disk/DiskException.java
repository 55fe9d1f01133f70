package org.tsurutus.disk;

/// The root of what this module throws; its message says what, where and what to do.
public class DiskException extends RuntimeException {
    public DiskException(String message) {
        super(message);
    }

    public DiskException(String message, Throwable cause) {
        super(message, cause);
    }
}
