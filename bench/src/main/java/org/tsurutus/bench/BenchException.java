package org.tsurutus.bench;

/// The root of what this module throws; its message says what, where and what to do.
public class BenchException extends RuntimeException {
    public BenchException(String message) {
        super(message);
    }

    public BenchException(String message, Throwable cause) {
        super(message, cause);
    }
}
