package org.tsurutus.network.packet;

/// What a segment of TCP is for, under the names of RFC 9293.
public enum TcpFlag {
    FIN(1),
    SYN(2),
    RST(4),
    PSH(8),
    ACK(16),
    URG(32),
    ECE(64),
    CWR(128);

    private final int bit;

    TcpFlag(int bit) {
        this.bit = bit;
    }

    int bit() {
        return bit;
    }
}
