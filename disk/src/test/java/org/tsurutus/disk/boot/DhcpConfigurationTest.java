package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Inet4Address;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DhcpConfigurationTest {
    @Test
    void onlyKnownCardsAreAnsweredAtOneInterfaceAndNobodyIsToldAWayOut() {
        assertThat(new DhcpConfiguration(Lab.PLAN).text(Path.of("/run/boot/scripts")))
                .isEqualTo(
                        """
                        port=0
                        interface=lo
                        except-interface=lo
                        bind-interfaces
                        no-hosts
                        no-resolv
                        no-ping
                        quiet-dhcp
                        quiet-ra
                        quiet-tftp
                        leasefile-ro
                        dhcp-authoritative
                        dhcp-range=127.0.0.11,static,1h
                        dhcp-ignore=tag:!known
                        dhcp-option=option:router
                        dhcp-option=option:dns-server
                        dhcp-userclass=set:ipxe,iPXE
                        dhcp-match=set:bios,option:client-arch,0
                        dhcp-match=set:uefi,option:client-arch,7
                        dhcp-match=set:uefi,option:client-arch,9
                        dhcp-host=52:54:00:77:00:01,set:pc-pc1,127.0.0.11,pc1
                        dhcp-host=52:54:00:77:00:0a,set:pc-pc2,127.0.0.12,pc2
                        dhcp-host=52:54:00:77:00:03,set:pc-old-pc,set:own-driver,127.0.0.13,old-pc
                        dhcp-boot=tag:!ipxe,tag:!own-driver,tag:bios,undionly.kpxe
                        dhcp-boot=tag:!ipxe,tag:!own-driver,tag:uefi,snponly.efi
                        dhcp-boot=tag:!ipxe,tag:own-driver,tag:bios,ipxe.pxe
                        dhcp-boot=tag:!ipxe,tag:own-driver,tag:uefi,ipxe.efi
                        dhcp-optsfile=/run/boot/scripts
                        enable-tftp
                        tftp-root=/usr/lib/ipxe
                        """);
    }

    @Test
    void aWayOutIsToldWhereThePlanHasOne() {
        Inet4Address router = Inet4Address.ofLiteral("127.0.0.1");
        BootPlan plan =
                new BootPlan(
                        Lab.PLAN.at(),
                        0,
                        Lab.PLAN.range(),
                        List.of(Lab.PC1),
                        Optional.of(router),
                        List.of(router, Inet4Address.ofLiteral("127.0.0.2")));

        assertThat(new DhcpConfiguration(plan).text(Path.of("/x")))
                .contains("dhcp-option=option:router,127.0.0.1\n")
                .contains("dhcp-option=option:dns-server,127.0.0.1,127.0.0.2\n");
    }

    @Test
    void eachPcIsToldItsOwnScript() {
        String scripts =
                new DhcpConfiguration(Lab.PLAN)
                        .scripts(Map.of(Lab.PC1, "http://a", Lab.PC2, "http://b", Lab.OLD, "c"));

        assertThat(scripts.lines())
                .containsExactly(
                        "tag:ipxe,tag:pc-pc1,option:bootfile-name,http://a",
                        "tag:ipxe,tag:pc-pc2,option:bootfile-name,http://b",
                        "tag:ipxe,tag:pc-old-pc,option:bootfile-name,c");
    }

    @Test
    void aRehearsalSaysWhatWouldBeStartedAndTold() {
        assertThat(BootService.rehearse(Lab.PLAN, Path.of("/run/boot")))
                .contains("listen at 127.0.0.1:0 (HTTP)", "  dhcp-ignore=tag:!known")
                .anyMatch(line ->
                        line.startsWith("setpriv --reuid dnsmasq ")
                                && line.contains("--conf-file=/run/boot/dnsmasq.conf"));
    }
}
