package org.tsurutus.disk.boot;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// What `dnsmasq` is told. Its tags: `own-driver` for PCs with that [BootLoader], `pc-NAME` for
/// each PC, `bios` and `uefi` by what the firmware says of itself (option 93), `ipxe` for those
/// that have loaded iPXE.
final class DhcpConfiguration {
    /// Debian's `ipxe` keeps the boot programs here.
    static final Path LOADERS = Path.of("/usr/lib/ipxe");

    /// RFC 4578, and 9 as in its errata; UEFI of 64 bits says either.
    private static final Map<Integer, String> FIRMWARES = Map.of(0, "bios", 7, "uefi", 9, "uefi");

    private final BootPlan plan;

    DhcpConfiguration(BootPlan plan) {
        this.plan = plan;
    }

    /// The configuration file.
    ///
    /// @param scripts the file of [#scripts], which is read again when the server is told so
    String text(Path scripts) {
        List<String> lines =
                new ArrayList<>(
                        List.of(
                                "port=0",
                                "interface=" + plan.at().name(),
                                "except-interface=lo",
                                "bind-interfaces",
                                "no-hosts",
                                "no-resolv",
                                "no-ping",
                                "quiet-dhcp",
                                "quiet-ra",
                                "quiet-tftp",
                                "leasefile-ro",
                                "dhcp-authoritative",
                                "dhcp-range="
                                        + plan.range().first().getHostAddress()
                                        + ",static,1h",
                                "dhcp-ignore=tag:!known",
                                "dhcp-option=option:router" + list(plan.router().stream().toList()),
                                "dhcp-option=option:dns-server" + list(plan.nameServers()),
                                "dhcp-userclass=set:ipxe,iPXE"));
        FIRMWARES.keySet().stream()
                .sorted()
                .map(number ->
                        "dhcp-match=set:%s,option:client-arch,%d"
                                .formatted(FIRMWARES.get(number), number))
                .forEach(lines::add);
        for (BootPc pc : plan.pcs()) {
            lines.add(host(pc));
        }
        lines.addAll(loader("!own-driver", BootLoader.FIRMWARE_DRIVER));
        lines.addAll(loader("own-driver", BootLoader.OWN_DRIVER));
        lines.add("dhcp-optsfile=" + scripts);
        plan.at().local().ifPresent(local -> lines.addAll(advertisement(local)));
        lines.add("enable-tftp");
        lines.add("tftp-root=" + LOADERS);
        return String.join("\n", lines) + "\n";
    }

    /// Says that there is a network of IPv6 and, by a lifetime of 0, that it has no way out.
    private List<String> advertisement(Inet6Address local) {
        return List.of(
                "enable-ra",
                "ra-param=" + plan.at().name() + ",0,0",
                "dhcp-range=" + local.getHostAddress().replaceFirst("%.*", "") + ",ra-only");
    }

    private String host(BootPc pc) {
        String loader =
                switch (pc.loader()) {
                    case FIRMWARE_DRIVER -> "";
                    case OWN_DRIVER -> "set:own-driver,";
                };
        return "dhcp-host=%s,set:pc-%s,%s%s,%s"
                .formatted(
                        pc.mac(), pc.name(), loader, plan.address(pc).getHostAddress(), pc.name());
    }

    private static List<String> loader(String tag, BootLoader loader) {
        return List.of(
                "dhcp-boot=tag:!ipxe,tag:%s,tag:bios,%s".formatted(tag, loader.bios()),
                "dhcp-boot=tag:!ipxe,tag:%s,tag:uefi,%s".formatted(tag, loader.uefi()));
    }

    /// Where each PC asks for its script once it has iPXE.
    ///
    /// @param urls of every PC of the plan
    String scripts(Map<BootPc, String> urls) {
        return plan.pcs().stream()
                .map(pc ->
                        "tag:ipxe,tag:pc-%s,option:bootfile-name,%s\n"
                                .formatted(pc.name(), urls.get(pc)))
                .collect(Collectors.joining());
    }

    private static String list(List<Inet4Address> addresses) {
        return addresses.stream()
                .map(address -> "," + address.getHostAddress())
                .collect(Collectors.joining());
    }
}
