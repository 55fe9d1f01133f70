package org.tsurutus.disk;

/// How an image file keeps its disk. Formats are always named, never guessed: a guest writes what
/// it likes to the start of a raw disk, and a guess would believe it.
public enum ImageFormat {
    /// The disk's bytes, one after the other.
    RAW("raw"),
    /// QEMU's own format, which may lie over a base.
    QCOW2("qcow2");

    private final String label;

    ImageFormat(String label) {
        this.label = label;
    }

    /// QEMU's word for it.
    public String label() {
        return label;
    }
}
