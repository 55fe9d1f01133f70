/// Tests of org.tsurutus.network.packet.
@NullMarked
package org.tsurutus.network.packet;

import org.jspecify.annotations.NullMarked;
