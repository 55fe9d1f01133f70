package org.tsurutus.disk.vm;

import java.util.List;

/// How a VM's network card is connected.
///
/// @param prefix words before those that start the VM, such as those that enter a namespace
/// @param backend what QEMU's `-netdev` says; its id is `net`
/// @param address the VM's own, with its prefix
/// @param hostPort where on this host the VM's port 3260 is; 3260 itself in a namespace
record VmNetwork(List<String> prefix, String backend, String address, int hostPort) {
    /// QEMU's own network, from which nothing leads out; this host reaches port 3260.
    static VmNetwork user(int hostPort) {
        return new VmNetwork(
                List.of(),
                "user,id=net,restrict=on,hostfwd=tcp:127.0.0.1:" + hostPort + "-:3260",
                "10.0.2.15/24",
                hostPort);
    }

    /// A tap of a namespace.
    static VmNetwork tap(List<String> prefix, String tap, String address) {
        return new VmNetwork(
                prefix, "tap,id=net,ifname=" + tap + ",script=no,downscript=no", address, 3260);
    }
}
