package org.tsurutus.network.lan;

import java.nio.ByteBuffer;

/// One end of the LAN.
sealed interface Port permits StreamPort, LocalPort {
    /// Whose it is, and what the switch knows of it.
    Member member();

    /// Hands on whole frames, at once or later or never, and waits for nobody. Only the LAN's
    /// thread calls this.
    ///
    /// @param wire holds them, each after its length
    /// @param start where the first one's length stands
    /// @param end behind the last one
    /// @param frames how many there are
    void send(ByteBuffer wire, int start, int end, int frames);

    /// Cuts the port. From now on nothing comes in or goes out.
    void close(String why);
}
