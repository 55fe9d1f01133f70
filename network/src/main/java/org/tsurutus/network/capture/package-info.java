/// Every frame of a LAN in one file that others can read: pcapng.
///
/// Start with [org.tsurutus.network.capture.Capture].
@NullMarked
package org.tsurutus.network.capture;

import org.jspecify.annotations.NullMarked;
