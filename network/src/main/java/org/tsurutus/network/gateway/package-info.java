/// The explicit way out of a run's LAN, under a policy of the machine's configuration.
///
/// Start with [org.tsurutus.network.gateway.Gateway]. It forwards what TCP connections carry and
/// questions over UDP, by ordinary sockets of this process; no packet of a PC ever goes out.
@NullMarked
package org.tsurutus.network.gateway;

import org.jspecify.annotations.NullMarked;
