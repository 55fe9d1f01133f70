package org.tsurutus.lake;

import java.io.Serial;

/// What went wrong when logs were asked or turned into columns. The message says what, where and
/// what to do.
public final class LakeException extends RuntimeException {
    @Serial private static final long serialVersionUID = 1;

    /// Who has to act.
    public enum Fault {
        /// The query or the input is wrong.
        INPUT,
        /// The host lacks something, for example space on its disk.
        ENVIRONMENT
    }

    private final Fault fault;

    /// @param message what is wrong, where, and what to do
    public LakeException(Fault fault, String message) {
        super(message);
        this.fault = fault;
    }

    /// @param message what is wrong, where, and what to do
    public LakeException(Fault fault, String message, Throwable cause) {
        super(message, cause);
        this.fault = fault;
    }

    /// Who has to act.
    public Fault fault() {
        return fault;
    }
}
