package org.tsurutus.farm.host;

import java.util.Locale;

/// How the host's processor runs a guest.
public enum Accelerator {
    /// Hardware virtualisation.
    KVM,
    /// Software emulation: slower, works everywhere.
    TCG;

    /// The name that QEMU and run.json use.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
