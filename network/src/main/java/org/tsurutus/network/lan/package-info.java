/// A switch in this process: the PCs of one run hang on it, and nothing else can.
///
/// Start with [org.tsurutus.network.lan.Lan]. One thread moves every frame of a LAN. It knows
/// nothing but hardware addresses and the ports that it was given; there is no address of the host
/// among them and no other LAN.
@NullMarked
package org.tsurutus.network.lan;

import org.jspecify.annotations.NullMarked;
