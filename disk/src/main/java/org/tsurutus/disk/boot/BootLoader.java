package org.tsurutus.disk.boot;

/// The iPXE that a PC's firmware loads. Both work on most PCs; the second helps where the
/// firmware's own network driver does not.
public enum BootLoader {
    /// Talks through the firmware's driver.
    FIRMWARE_DRIVER("undionly.kpxe", "snponly.efi"),
    /// Brings drivers of its own.
    OWN_DRIVER("ipxe.pxe", "ipxe.efi");

    private final String bios;
    private final String uefi;

    BootLoader(String bios, String uefi) {
        this.bios = bios;
        this.uefi = uefi;
    }

    /// The file for PCs with a BIOS.
    public String bios() {
        return bios;
    }

    /// The file for PCs with UEFI of 64 bits.
    public String uefi() {
        return uefi;
    }
}
