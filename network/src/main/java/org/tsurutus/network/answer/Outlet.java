package org.tsurutus.network.answer;

import org.tsurutus.network.packet.Octets;

/// Where a [Talk] answers.
interface Outlet {
    void send(Octets bytes);

    /// Sends nothing after what was sent so far.
    void finish();

    /// How many bytes the PC has not taken yet.
    int waiting();

    /// Goes on in another protocol.
    void become(Talk talk);
}
