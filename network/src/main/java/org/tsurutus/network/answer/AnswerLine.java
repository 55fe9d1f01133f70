package org.tsurutus.network.answer;

import java.time.Instant;
import java.util.Optional;
import org.tsurutus.network.lines.ReceivedFile;
import org.tsurutus.network.packet.Ipv4Address;

/// A line about something that was answered.
///
/// @param time when
/// @param pc who asked, by hardware address
/// @param transport `tcp`, `udp` or `icmp`
/// @param client the address that the PC says to have
/// @param clientPort its port; 0 for pings
/// @param server whom it asked
/// @param serverPort the port there; 0 for pings
/// @param protocol what was spoken, for example `dns`, `http`, `https`
/// @param name of whom the PC asked or what it was asked about, where it said so
/// @param asked in words
/// @param answered in words
/// @param details more of what was asked, for example the heads of a request
/// @param received what came with it
record AnswerLine(
        Instant time,
        String pc,
        String transport,
        Ipv4Address client,
        int clientPort,
        Ipv4Address server,
        int serverPort,
        String protocol,
        Optional<String> name,
        String asked,
        String answered,
        Optional<String> details,
        Optional<ReceivedFile> received) {}
