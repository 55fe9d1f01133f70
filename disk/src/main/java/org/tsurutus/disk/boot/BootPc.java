package org.tsurutus.disk.boot;

import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// A PC that may boot here.
///
/// @param name 1 to 32 small letters, digits and hyphens, a letter or digit first and last; also
///   its host name
/// @param mac the card that it boots from
/// @param loader which iPXE it loads
public record BootPc(String name, MacAddress mac, BootLoader loader) {
    /// What can name a PC.
    static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9-]{0,30}[a-z0-9])?");

    /// @throws DiskException when the name is none
    public BootPc {
        if (!NAME.matcher(name).matches()) {
            throw new DiskException(
                    "\""
                            + name
                            + "\" cannot name a PC; use up to 32 small letters, digits and"
                            + " hyphens, a letter or digit first and last");
        }
    }

    /// A PC that loads iPXE as most do.
    public BootPc(String name, MacAddress mac) {
        this(name, mac, BootLoader.FIRMWARE_DRIVER);
    }
}
