package org.tsurutus.disk.mapper;

import org.tsurutus.disk.DiskException;

/// The kernel refused something. The message says what, of which device, and what to do.
public final class MapperException extends DiskException {
    private static final long serialVersionUID = 1L;

    private final int number;

    MapperException(String what, int number) {
        super(what + ": " + ErrorNumber.of(number).words());
        this.number = number;
    }

    /// Linux's error number, such as 16 for EBUSY.
    public int number() {
        return number;
    }

    /// Whether it was refused because somebody still uses the device.
    public boolean isBusy() {
        return is(ErrorNumber.EBUSY);
    }

    boolean is(int errorNumber) {
        return number == errorNumber;
    }
}
