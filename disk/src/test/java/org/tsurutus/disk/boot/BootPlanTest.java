package org.tsurutus.disk.boot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Inet4Address;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.DiskException;

class BootPlanTest {
    private static final HostInterface BRIDGE =
            new HostInterface("br0", Inet4Address.ofLiteral("172.31.77.1"));

    @Test
    void pcsHaveTheAddressesOfTheRangeInTheirOrder() {
        assertThat(Lab.PLAN.pcs().stream().map(pc -> Lab.PLAN.address(pc).getHostAddress()))
                .containsExactly("127.0.0.11", "127.0.0.12", "127.0.0.13");
        assertThat(AddressRange.parse("10.0.0.250-10.0.1.5").at(7).getHostAddress())
                .isEqualTo("10.0.1.1");
    }

    @Test
    void aRangeThatIsTooSmallOrHoldsThisHostIsRefused() {
        assertThatThrownBy(() -> plan("172.31.77.10-172.31.77.11", Lab.PC1, Lab.PC2, Lab.OLD))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("the 2 addresses from 172.31.77.10 on cannot serve 3 PCs");
        assertThatThrownBy(() -> plan("172.31.77.1-172.31.77.11", Lab.PC1))
                .hasMessageContaining("without this host's 172.31.77.1");
    }

    @Test
    void aPcThatIsListedTwiceIsNamed() {
        BootPc sameCard = new BootPc("pc9", new MacAddress("52:54:00:77:00:01"));

        assertThatThrownBy(() -> plan("172.31.77.10-172.31.77.20", Lab.PC1, sameCard))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("the PC pc9 (52:54:00:77:00:01) is listed twice");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "172.31.77.10", "172.31.77.20-172.31.77.10", "a-b", "::1-::2"})
    void whatIsNoRangeIsRefused(String text) {
        assertThatThrownBy(() -> AddressRange.parse(text)).isInstanceOf(DiskException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52:54:00:77:00", "01:00:5e:00:00:01", "ff:ff:ff:ff:ff:ff", "x"})
    void whatIsNoCardIsRefused(String text) {
        assertThatThrownBy(() -> new MacAddress(text))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("write it as 52:54:00:77:00:01");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "PC1", "pc1-", "-pc1", "pc,1", "pc\n1", "${pc}", "pc.1"})
    void whatDnsmasqOrIpxeMightMisreadNamesNoPc(String name) {
        assertThatThrownBy(() -> new BootPc(name, new MacAddress("52:54:00:77:00:01")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot name a PC");
    }

    @Test
    void anInterfaceWithoutAnAddressInTheRangesNetworkIsNamed() {
        assertThat(HostInterface.find("lo", AddressRange.parse("127.0.0.10-127.0.0.20")).address())
                .isEqualTo(Inet4Address.ofLiteral("127.0.0.1"));
        assertThatThrownBy(() -> HostInterface.find("lo", AddressRange.parse("10.9.8.1-10.9.8.2")))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("no interface lo has an address in the network of 10.9.8.1");
        assertThatThrownBy(() -> HostInterface.find("nic9", AddressRange.parse("1.1.1.1-1.1.1.2")))
                .hasMessageContaining("no interface nic9");
    }

    private static BootPlan plan(String range, BootPc... pcs) {
        return new BootPlan(
                BRIDGE, 0, AddressRange.parse(range), List.of(pcs), Optional.empty(), List.of());
    }
}
