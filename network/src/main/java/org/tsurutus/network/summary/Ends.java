package org.tsurutus.network.summary;

import org.tsurutus.network.packet.IpAddress;

/// Who talks with whom.
///
/// @param pc the interface that the client's frames came in at; empty if none of its frames did
/// @param client who began
/// @param clientPort the client's port
/// @param server whom it talked to
/// @param serverPort the server's port
record Ends(String pc, IpAddress client, int clientPort, IpAddress server, int serverPort) {}
