/// The network of one run: the switch between its PCs, and every frame that went over it.
///
/// Start with [org.tsurutus.network.lan.Lan]. [org.tsurutus.network.packet] reads and builds
/// frames, [org.tsurutus.network.capture] keeps them. [org.tsurutus.network.answer] answers in
/// place of the world, [org.tsurutus.network.gateway] lets a little of the world in.
@NullMarked
package org.tsurutus.network;

import org.jspecify.annotations.NullMarked;
