package org.tsurutus.windows;

import java.nio.ByteBuffer;
import java.util.Optional;

/// What the headers of a Windows program or library say of it.
///
/// @param architecture `x86`, `x64`, `arm64`, `arm`, or the machine's number as `0x1f0`
/// @param dll whether it is a library, whatever its name says
/// @param subsystem what it asks Windows for
/// @param managed whether it needs .NET
/// @param entryPoint where it starts, in bytes from where it is loaded; 0 where it has no start
public record PeImage(
        String architecture, boolean dll, Subsystem subsystem, boolean managed, long entryPoint) {

    /// How many bytes from a file's start are enough for [#read].
    public static final int HEAD = 64 * 1024;

    private static final int DLL_FLAG = 0x2000;
    private static final int CLR_DIRECTORY = 14;

    /// Reads the headers from the first bytes of a file, at most [#HEAD] of them being of use.
    ///
    /// @param head the bytes between position and limit; neither is moved
    /// @return empty when these bytes do not begin a PE file, or hold too little of one
    public static Optional<PeImage> read(ByteBuffer head) {
        return PeHeaders.read(head).map(PeImage::of);
    }

    private static PeImage of(PeHeaders headers) {
        PeHeaders.Directory runtime = headers.directory(CLR_DIRECTORY);
        return new PeImage(
                architecture(headers.machine()),
                (headers.characteristics() & DLL_FLAG) != 0,
                Subsystem.of(headers.subsystem()),
                runtime.address() != 0 && runtime.size() != 0,
                headers.entryPoint());
    }

    private static String architecture(int machine) {
        return switch (machine) {
            case 0x14c -> "x86";
            case 0x8664 -> "x64";
            case 0xaa64 -> "arm64";
            case 0x1c0, 0x1c2, 0x1c4 -> "arm";
            default -> "0x" + Integer.toHexString(machine);
        };
    }
}
