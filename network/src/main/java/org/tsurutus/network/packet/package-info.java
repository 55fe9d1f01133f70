/// Frames of an Ethernet as values: read within bounds, built exactly.
///
/// Start with [org.tsurutus.network.packet.Ethernet]. Every byte may come from a specimen: reading
/// never throws, and what is broken is told as [org.tsurutus.network.packet.Malformed].
@NullMarked
package org.tsurutus.network.packet;

import org.jspecify.annotations.NullMarked;
