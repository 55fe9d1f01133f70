package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.iscsi.Chap;

/// A plan for three PCs whose addresses are this host's own.
final class Lab {
    static final BootPc PC1 = new BootPc("pc1", new MacAddress("52:54:00:77:00:01"));
    static final BootPc PC2 = new BootPc("pc2", new MacAddress("52-54-00-77-00-0A"));
    static final BootPc OLD =
            new BootPc("old-pc", new MacAddress("52:54:00:77:00:03"), BootLoader.OWN_DRIVER);

    static final BootPlan PLAN =
            new BootPlan(
                    new HostInterface("lo", Inet4Address.ofLiteral("127.0.0.1")),
                    0,
                    AddressRange.parse("127.0.0.11-127.0.0.20"),
                    List.of(PC1, PC2, OLD),
                    Optional.empty(),
                    List.of());

    private Lab() {}

    static BootLease lease(String pc) {
        return new BootLease(
                BootSecret.fresh(),
                Inet4Address.ofLiteral("172.31.77.2"),
                3260,
                1,
                "iqn.2026-01.org.tsurutus:boot." + pc,
                "iqn.2026-01.org.tsurutus:client." + pc,
                new Chap(pc, "correct-horse"));
    }
}
