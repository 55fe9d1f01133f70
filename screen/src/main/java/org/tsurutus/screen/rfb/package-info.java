/// A screen and its input over RFB, the protocol of VNC. Start with
/// [org.tsurutus.screen.rfb.RfbScreen].
///
/// Sources: RFC 6143 (versions, security, Raw, CopyRect, Hextile, ZRLE, Cursor, DesktopSize) and
/// the community's `rfbproto.rst` (Tight, LastRect, ExtendedDesktopSize). A server's bytes may come
/// from an emulator that a specimen has broken, so nothing is believed before it is checked.
@NullMarked
package org.tsurutus.screen.rfb;

import org.jspecify.annotations.NullMarked;
