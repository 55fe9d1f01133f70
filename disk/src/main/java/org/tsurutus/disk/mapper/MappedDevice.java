package org.tsurutus.disk.mapper;

/// A device as the kernel has it.
///
/// @param name the kernel's name for it
/// @param number its device number, as `stat` has it
/// @param openCount how many have it open
/// @param suspended whether I/O waits
/// @param readOnly whether it refuses writes
/// @param live whether it has a table; without one it was created but never finished
public record MappedDevice(
        String name,
        long number,
        int openCount,
        boolean suspended,
        boolean readOnly,
        boolean live) {
    /// Major and minor number, as tables name devices.
    public String majorMinor() {
        return majorMinor(number);
    }

    static String majorMinor(long number) {
        return ((number >> 8) & 0xfff) + ":" + ((number & 0xff) | ((number >> 12) & 0xfff00));
    }
}
