package org.tsurutus.disk.mapper;

/// The calls of `/dev/mapper/control` that are used here; names and numbers are those of
/// `<linux/dm-ioctl.h>`.
enum Call {
    DM_VERSION(0),
    DM_LIST_DEVICES(2),
    DM_DEV_CREATE(3),
    DM_DEV_REMOVE(4),
    DM_DEV_SUSPEND(6),
    DM_DEV_STATUS(7),
    DM_TABLE_LOAD(9),
    DM_TABLE_CLEAR(10),
    DM_TABLE_STATUS(12),
    DM_TARGET_MSG(14);

    private static final long READ_AND_WRITE = 3L << 30;
    private static final long TYPE = 0xfdL << 8;

    private final int number;

    Call(int number) {
        this.number = number;
    }

    /// The ioctl's request number.
    long request() {
        return READ_AND_WRITE | (long) ControlBlock.HEADER << 16 | TYPE | number;
    }
}
