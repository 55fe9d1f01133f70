/// PCs without a disk: they are given an address and a boot program (DHCP and TFTP by `dnsmasq`,
/// configured here), ask for their script over HTTP, and start from their LUN while they are
/// leased.
///
/// Start with [org.tsurutus.disk.boot.BootService].
@NullMarked
package org.tsurutus.disk.boot;

import org.jspecify.annotations.NullMarked;
