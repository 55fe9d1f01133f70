package org.tsurutus.network.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.InetAddress;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.network.NetworkException;

class AddressesTest {
    @Test
    void aMacAddressIsReadInAnyUsualForm() {
        MacAddress mac = new MacAddress(0x5254_00ab_cdefL);
        assertThat(MacAddress.parse("52:54:00:AB:cd:ef")).isEqualTo(mac);
        assertThat(MacAddress.parse("52-54-00-ab-cd-ef")).isEqualTo(mac);
        assertThat(MacAddress.parse("525400ABCDEF")).isEqualTo(mac);
        assertThat(mac).hasToString("52:54:00:ab:cd:ef");
        assertThat(mac.isGroup()).isFalse();
        assertThat(MacAddress.parse("01:00:5e:00:00:fb").isGroup()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "52:54:00:00:00", "52:54:00:00:00:0g", "52:54:00:00:00:01:02"})
    void whatIsNoMacAddressIsRefused(String text) {
        assertThatExceptionOfType(NetworkException.class)
                .isThrownBy(() -> MacAddress.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "10.0.0", "10.0.0.256", "10.0.0.1.2", "10.0.0.-1", "a.b.c.d"})
    void whatIsNoIpv4AddressIsRefused(String text) {
        assertThatExceptionOfType(NetworkException.class)
                .isThrownBy(() -> Ipv4Address.parse(text))
                .withMessageContaining("'" + text + "'");
    }

    @Test
    void anIpv4AddressIsWrittenAsItIsRead() {
        assertThat(Ipv4Address.parse("255.0.1.20")).hasToString("255.0.1.20");
        assertThat(Ipv4Address.BROADCAST).hasToString("255.255.255.255");
    }

    @Test
    void anIpv6AddressIsWrittenShort() {
        assertThat(new Ipv6Address(0, 0)).hasToString("::");
        assertThat(new Ipv6Address(0, 1)).hasToString("::1");
        assertThat(new Ipv6Address(0xff02L << 48, 0xfb)).hasToString("ff02::fb");
        assertThat(new Ipv6Address(0x0001_0000_0000_0002L, 3L << 48)).hasToString("1:0:0:2:3::");
        assertThat(new Ipv6Address(0x0001_0000_0002_0003L, 0x0004_0005_0006_0007L))
                .hasToString("1:0:2:3:4:5:6:7");
    }

    @Test
    void anyIpv6AddressMeansToJavaWhatItMeansHere() throws Exception {
        long seed = 5;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 1000; round++) {
            byte[] bytes = new byte[16];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) (random.nextInt(3) == 0 ? random.nextInt() : 0);
            }
            bytes[0] = 0x20;
            assertThat(InetAddress.getByName(Ipv6Address.at(Octets.of(bytes), 0).toString()))
                    .as("seed %s, round %s", seed, round)
                    .isEqualTo(InetAddress.getByAddress(bytes));
        }
    }
}
