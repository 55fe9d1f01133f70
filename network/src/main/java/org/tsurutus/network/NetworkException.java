package org.tsurutus.network;

/// The root of what this module throws; its message says what, where and what to do.
public class NetworkException extends RuntimeException {
    public NetworkException(String message) {
        super(message);
    }

    public NetworkException(String message, Throwable cause) {
        super(message, cause);
    }
}
