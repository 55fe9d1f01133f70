package org.tsurutus.disk.iscsi;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// A disk and for whom it is.
///
/// @param target the target's name, such as `iqn.2026-01.org.tsurutus:boot.pc1`
/// @param disk a block device or a raw file
/// @param readOnly whether writes are refused
/// @param initiator the name of the only initiator that is let in
/// @param chap what that initiator must know
public record Lun(String target, Path disk, boolean readOnly, String initiator, Chap chap) {
    /// RFC 3720, 3.2.6.3.1, without what would be a path to configfs.
    private static final Pattern NAME =
            Pattern.compile("iqn\\.[0-9]{4}-[0-9]{2}\\.[a-z0-9.-]{1,100}(:[a-z0-9.:-]{1,100})?");

    /// Checks the names.
    ///
    /// @throws DiskException when one is none
    public Lun {
        checked(target);
        checked(initiator);
        if (disk.toString().chars().anyMatch(letter -> letter <= ' ' || letter == ',')) {
            throw new DiskException(
                    "targets cannot take the path \"" + disk + "\"; avoid spaces and commas");
        }
    }

    /// The name of a target or initiator, if it is one.
    ///
    /// @throws DiskException when not
    static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DiskException(
                    "\""
                            + name
                            + "\" is no iSCSI name; write it as iqn.2026-01.org.example:pc1 in"
                            + " small letters");
        }
        return name;
    }
}
