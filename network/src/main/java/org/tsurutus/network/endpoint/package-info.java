/// An end of the LAN in this process: it answers ARP and pings, and speaks UDP and TCP with PCs.
///
/// Start with [org.tsurutus.network.endpoint.Endpoint]. It only ever listens: nothing here calls a
/// PC. What a datagram or a connection means is the matter of a
/// [org.tsurutus.network.endpoint.Service].
@NullMarked
package org.tsurutus.network.endpoint;

import org.jspecify.annotations.NullMarked;
