package org.tsurutus.sensor.trace;

import org.tsurutus.sensor.SensorException;

/// A record of the trace that cannot be understood; whoever reads the trace counts it and goes on.
public final class TraceSyntaxException extends SensorException {
    public TraceSyntaxException(String message) {
        super(message);
    }
}
