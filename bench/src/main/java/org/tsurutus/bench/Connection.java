package org.tsurutus.bench;

/// A TCP connection of a terminal.
record Connection(int port, RemoteHost host) {
    static final Connection NONE = new Connection(0, RemoteHost.NONE);

    /// Who is at the other end.
    record RemoteHost(Utf8 name, Utf8 address, int port) {
        static final RemoteHost NONE = new RemoteHost(Utf8.of("-"), Utf8.of("-"), 0);
    }

    void put(LineBuffer line, Utf8 address) {
        put(line, address, port, host.address(), host.port());
    }

    void putAccepted(LineBuffer line, Utf8 address) {
        put(line, host.address(), port, address, host.port());
    }

    private static void put(LineBuffer line, Utf8 source, int from, Utf8 target, int to) {
        line.put(SOURCE);
        line.put(source);
        line.put(SOURCE_PORT);
        line.decimal(from);
        line.put(TARGET);
        line.put(target);
        line.put(TARGET_PORT);
        line.decimal(to);
    }

    private static final Utf8 SOURCE = Utf8.of("srcIP=");
    private static final Utf8 SOURCE_PORT = Utf8.of(" srcPort=");
    private static final Utf8 TARGET = Utf8.of(" dstIP=");
    private static final Utf8 TARGET_PORT = Utf8.of(" dstPort=");
}
