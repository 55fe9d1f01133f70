package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.Lun;

/// Where a leased PC finds its disk.
///
/// @param secret what it must know to be told the rest
/// @param portal where the target listens
/// @param port usually 3260
/// @param lun the disk's number within its target
/// @param target the target's name
/// @param initiator how the PC names itself there
/// @param chap what it proves there that it knows
public record BootLease(
        BootSecret secret,
        Inet4Address portal,
        int port,
        int lun,
        String target,
        String initiator,
        Chap chap) {

    /// A lease of a disk that is exported, with a fresh secret.
    ///
    /// @param number the disk's number within its target, as
    ///   [org.tsurutus.disk.iscsi.IscsiExport#lunNumber] tells
    public static BootLease of(Inet4Address portal, int port, int number, Lun lun) {
        return new BootLease(
                BootSecret.fresh(),
                portal,
                port,
                number,
                lun.target(),
                lun.initiator(),
                lun.chap());
    }
}
