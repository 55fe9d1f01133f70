package org.tsurutus.disk.iscsi;

import java.util.List;

/// Offers disks as iSCSI targets. A target has one disk (logical unit [Lun#number]) and lets in one
/// initiator with its secret.
///
/// Every method may be called again after it was cut short at any point, and then finishes the job.
/// They throw [org.tsurutus.disk.DiskException] when the host refuses.
public sealed interface IscsiExport permits Lio, Tgt {
    /// Offers a disk. A target that is there with the same name is taken down first, unless a PC is
    /// logged in.
    void export(Lun lun);

    /// Who is logged in to a target at this moment; nobody when there is no such target.
    List<Session> sessions(String target);

    /// Ends a target's sessions by force: the PC's writes fail from now on, so that its disk is as
    /// if the cable had been pulled.
    void cutOff(String target);

    /// Takes a target down; nothing when it is not there. When this returns nobody holds the disk
    /// open on the target's behalf.
    ///
    /// @throws org.tsurutus.disk.DiskException when a PC is logged in: a disk must not change under
    ///   a live session, so switch the PC off or [cut it off][#cutOff] first
    void withdraw(String target);

    /// The number of the disk within its target, as an initiator names it.
    int lunNumber();
}
