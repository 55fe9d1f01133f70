package org.tsurutus.network.packet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class HostileFramesTest {
    private static final long SEED = 77;

    @Test
    void everyTruncationOfEveryFrameIsToldAndNeverThrown() {
        for (Octets frame : SomeFrames.all(new SplittableRandom(SEED))) {
            for (int length = 0; length < frame.length(); length++) {
                Octets cut = Octets.of(frame.slice(0, length).toArray());
                assertThatCode(() -> readEverything(cut)).doesNotThrowAnyException();
                if (length < Ethernet.HEADER) {
                    assertThat(Ethernet.read(cut)).isEmpty();
                } else {
                    assertThat(Ethernet.read(cut).map(Ethernet::packet))
                            .as("%s of %s bytes", length, frame.length())
                            .satisfiesAnyOf(
                                    packet -> assertThat(packet).isEmpty(),
                                    packet ->
                                            assertThat(packet).get().isInstanceOf(Malformed.class));
                }
            }
        }
    }

    @Test
    void changedBytesNeverThrow() {
        SplittableRandom random = new SplittableRandom(SEED);
        List<Octets> frames = SomeFrames.all(random);
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = frames.get(random.nextInt(frames.size())).toArray();
            for (int change = random.nextInt(1, 5); change > 0; change--) {
                bytes[random.nextInt(Math.min(bytes.length, 80))] = (byte) random.nextInt();
            }
            readOrSay(Octets.of(bytes), round);
        }
    }

    @Test
    void randomBytesNeverThrow() {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] types = {Ipv4.TYPE, Ipv6.TYPE, Arp.TYPE, 0x8100, 0x88a8, 46};
        for (int round = 0; round < 100_000; round++) {
            byte[] bytes = SomeFrames.bytes(random, random.nextInt(200)).toArray();
            if (bytes.length > 15) {
                int type = types[random.nextInt(types.length)];
                bytes[12] = (byte) (type >> 8);
                bytes[13] = (byte) type;
                bytes[14] = (byte) (random.nextBoolean() ? 0x45 : 0x60);
            }
            readOrSay(Octets.of(bytes), round);
        }
    }

    @Test
    void chainsOfExtensionHeadersEnd() {
        byte[] zeros = new byte[2000];
        assertThat(Ipv6Extensions.read(0, Octets.of(zeros))).isEmpty();
        assertThat(Ipv6Extensions.read(Udp.PROTOCOL, Octets.of(zeros)))
                .map(Ipv6Extensions::protocol)
                .contains(Udp.PROTOCOL);
    }

    @Test
    void aWrongChecksumIsTold() {
        byte[] frame = SomeFrames.udp(Octets.of(new byte[] {1, 2, 3})).toArray();
        frame[frame.length - 1] ^= 1;
        assertThat(Ethernet.read(Octets.of(frame)).map(Ethernet::packet))
                .get()
                .isInstanceOfSatisfying(Ipv4.class, ip -> assertThat(ip.isIntact()).isFalse());

        frame[Ethernet.HEADER + 8] ^= 1;
        assertThat(Ethernet.read(Octets.of(frame)).map(Ethernet::packet))
                .contains(new Malformed("IPv4", "the checksum of its header is wrong"));
    }

    @Test
    void paddingIsNoPayload() {
        byte[] padded = new byte[60];
        Octets short3 = SomeFrames.udp(Octets.of(new byte[] {1, 2, 3}));
        System.arraycopy(short3.toArray(), 0, padded, 0, short3.length());
        assertThat(Ethernet.read(Octets.of(padded)).map(Ethernet::packet))
                .get()
                .isInstanceOfSatisfying(
                        Ipv4.class,
                        ip -> {
                            assertThat(ip.isIntact()).isTrue();
                            assertThat(ip.segment())
                                    .isEqualTo(
                                            new Udp(
                                                    40_000,
                                                    50_000,
                                                    Octets.of(new byte[] {1, 2, 3})));
                        });
    }

    private static void readOrSay(Octets frame, int round) {
        try {
            readEverything(frame);
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + SEED + ", round " + round + ": " + frame, e);
        }
    }

    private static void readEverything(Octets frame) {
        Optional<Ethernet> ethernet = Ethernet.read(frame);
        if (ethernet.isPresent() && ethernet.get().packet() instanceof Ip ip) {
            Segment segment = ip.segment();
            assertThat(FiveTuple.of(ip, segment).isPresent())
                    .isEqualTo(segment instanceof Tcp || segment instanceof Udp);
            boolean _ = ip.isIntact();
        }
    }
}
