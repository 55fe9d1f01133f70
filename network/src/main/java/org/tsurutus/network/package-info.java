/// The network of one run: the switch between its PCs, every frame that went over it, and what was
/// said in them.
///
/// Start with [org.tsurutus.network.lan.Lan]. [org.tsurutus.network.packet] reads and builds
/// frames, [org.tsurutus.network.capture] keeps them, [org.tsurutus.network.summary] tells them.
@NullMarked
package org.tsurutus.network;

import org.jspecify.annotations.NullMarked;
