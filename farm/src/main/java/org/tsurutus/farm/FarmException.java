package org.tsurutus.farm;

/// The root of what this module throws; its message says what, where and what to do.
public class FarmException extends RuntimeException {
    /// Whose fault it is, and with it the exit code of the command line.
    public enum Fault {
        /// What the user handed in cannot be used.
        INPUT,
        /// The host lacks something or a part of the lab failed.
        ENVIRONMENT
    }

    private final Fault fault;

    public FarmException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    public FarmException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    public Fault fault() {
        return fault;
    }

    /// Something handed in that cannot be used.
    public static FarmException input(String message) {
        return new FarmException(Fault.INPUT, message);
    }

    /// Something on the host that does not work.
    public static FarmException environment(String message) {
        return new FarmException(Fault.ENVIRONMENT, message);
    }

    /// Something on the host that does not work, with its cause.
    public static FarmException environment(String message, Throwable cause) {
        return new FarmException(Fault.ENVIRONMENT, message, cause);
    }
}
