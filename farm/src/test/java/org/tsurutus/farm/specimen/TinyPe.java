package org.tsurutus.farm.specimen;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// The headers of PE files, as little of them as tells a kind.
final class TinyPe {
    static final int X86 = 0x14c;
    static final int X64 = 0x8664;
    static final int CONSOLE = 3;

    private TinyPe() {}

    static byte[] program(int machine, int subsystem) {
        return image(machine, 0x102, subsystem);
    }

    static byte[] library(int machine) {
        return image(machine, 0x2102, CONSOLE);
    }

    private static byte[] image(int machine, int characteristics, int subsystem) {
        byte[] bytes = new byte[1024];
        int optional = 64 + 24;
        ByteBuffer.wrap(bytes)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0x5a4d)
                .putInt(60, 64)
                .putInt(64, 0x4550)
                .putShort(68, (short) machine)
                .putShort(64 + 22, (short) characteristics)
                .putShort(optional, (short) (machine == X86 ? 0x10b : 0x20b))
                .putShort(optional + 68, (short) subsystem);
        return bytes;
    }
}
