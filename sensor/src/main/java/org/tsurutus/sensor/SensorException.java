package org.tsurutus.sensor;

/// The root of what this module throws; its message says what, where and what to do.
public class SensorException extends RuntimeException {
    public SensorException(String message) {
        super(message);
    }

    public SensorException(String message, Throwable cause) {
        super(message, cause);
    }
}
