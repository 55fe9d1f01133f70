package org.tsurutus.network.packet;

import java.util.Arrays;
import java.util.stream.Collectors;

/// The flags of a segment of TCP.
///
/// @param bits the lowest eight, [TcpFlag#FIN] being 1
public record TcpFlags(int bits) {
    /// These flags and no others.
    public static TcpFlags of(TcpFlag... flags) {
        int bits = 0;
        for (TcpFlag flag : flags) {
            bits |= flag.bit();
        }
        return new TcpFlags(bits);
    }

    /// Whether a flag is set.
    public boolean has(TcpFlag flag) {
        return (bits & flag.bit()) != 0;
    }

    /// The names of those that are set, with spaces between.
    @Override
    public String toString() {
        return Arrays.stream(TcpFlag.values())
                .filter(this::has)
                .map(TcpFlag::name)
                .collect(Collectors.joining(" "));
    }
}
