package org.tsurutus.network.lan;

import java.nio.ByteBuffer;
import org.tsurutus.network.packet.MacAddress;

/// Who sees every frame of a LAN once, where it enters.
///
/// Both methods are called one after the other, the second one by the thread that moves the frames:
/// who takes long there holds up everybody, and who throws ends the LAN.
public interface FrameTap {
    /// Looks at nothing.
    FrameTap NONE =
            new FrameTap() {
                @Override
                public void opened(int port, String name, MacAddress mac) {}

                @Override
                public void frame(int port, ByteBuffer wire, int at, int length) {}
            };

    /// A port was added.
    ///
    /// @param port its number: 0, 1, 2 …
    /// @param name whose it is
    /// @param mac the hardware address that was given to whoever is behind it
    void opened(int port, String name, MacAddress mac);

    /// A frame came in, even if it is too short to go on.
    ///
    /// @param port where
    /// @param wire holds its bytes, until this method returns; its position means nothing
    /// @param at where its first byte lies
    /// @param length how many there are
    void frame(int port, ByteBuffer wire, int at, int length);
}
