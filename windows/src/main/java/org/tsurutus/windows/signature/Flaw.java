package org.tsurutus.windows.signature;

/// Why a check ended before its end.
final class Flaw extends Exception {
    private final Reason reason;

    Flaw(Reason reason, String detail) {
        super(detail);
        this.reason = reason;
    }

    static Flaw malformed(String detail) {
        return new Flaw(Reason.MALFORMED, detail);
    }

    Reason reason() {
        return reason;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
