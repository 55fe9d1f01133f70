package org.tsurutus.sensor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointTest {
    /// The examples of RFC 5952, sections 2 and 4.
    @ParameterizedTest
    @CsvSource({
        "20010db8000000000000000000000001,2001:db8::1",
        "20010db8000000010001000100010001,2001:db8:0:1:1:1:1:1",
        "20010000000000010000000000000001,2001:0:0:1::1",
        "20010db8000000000001000000000001,2001:db8::1:0:0:1",
        "20010DB8AAAABBBBCCCCDDDDEEEEAAAA,2001:db8:aaaa:bbbb:cccc:dddd:eeee:aaaa",
        "00000000000000000000000000000000,::",
        "00000000000000000000000000000001,::1",
        "fe800000000000000000000000000000,fe80::",
    })
    void ipv6IsShortenedAsTheRfcSays(String bytes, String address) {
        Endpoint endpoint = Endpoint.of(6, 1, HexFormat.of().parseHex(bytes)).orElseThrow();
        assertThat(endpoint.address()).isEqualTo(address);
        assertThat(endpoint.version()).isEqualTo(6);
    }

    @Test
    void ipv4InIpv6sClothesIsIpv4() {
        byte[] mapped = HexFormat.of().parseHex("00000000000000000000ffff0a00020f");
        assertThat(Endpoint.of(6, 80, mapped)).contains(new Endpoint("10.0.2.15", 80, 4, false));
    }

    @ParameterizedTest
    @CsvSource({"127.0.0.1,true", "127.9.9.9,true", "::1,true", "10.0.0.1,false", "::,false"})
    void thePcItselfIsALoop(String address, boolean loopback) throws UnknownHostException {
        assertThat(Endpoint.of(InetAddress.getByName(address), 1).loopback()).isEqualTo(loopback);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.0.0.0", "::"})
    void anAddressMayStandForAny(String address) throws UnknownHostException {
        assertThat(Endpoint.of(InetAddress.getByName(address), 1).unspecified()).isTrue();
    }

    @Test
    void portsAreUnsignedAndOtherFamiliesAreNone() {
        ByteBuffer bytes = ByteBuffer.allocate(40).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putShort(0, (short) 4).putShort(2, (short) 0xffff).put(4, new byte[] {1, 2, 3, 4});
        bytes.putShort(20, (short) 10);
        assertThat(Endpoint.read(bytes)).contains(new Endpoint("1.2.3.4", 65_535, 4, false));
        assertThat(Endpoint.read(bytes)).isEmpty();
        assertThat(bytes.hasRemaining()).isFalse();
    }
}
