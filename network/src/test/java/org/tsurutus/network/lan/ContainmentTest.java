package org.tsurutus.network.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tsurutus.network.lan.Office.frame;
import static org.tsurutus.network.lan.Office.mac;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// What PCs do to the switch that wish it ill.
@Timeout(120)
class ContainmentTest {
    private static final long SEED = 42;

    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(ints = {-1, Integer.MIN_VALUE, Integer.MAX_VALUE, Wire.LONGEST_FRAME + 1})
    void aBrokenLengthClosesThatPortAlone(int length) throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.pc(0).sendRaw(length, frame(mac(0), MacAddress.BROADCAST, "x"));

            office.pc(0).awaitCut();
            PortCounts counts = office.lan.counts().port("pc0");
            assertThat(counts.closed())
                    .hasValueSatisfying(why ->
                            assertThat(why).contains(Integer.toUnsignedString(length) + " bytes"));
            assertThat(counts.lost()).containsEntry(Loss.OVERSIZED, 1L);
            assertOthersTalk(office);
        }
    }

    @Test
    void shortAndMalformedFramesAreCountedAndGoNowhere() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.pc(0).send(Octets.NONE);
            office.pc(0).send(Octets.of(new byte[13]));
            office.pc(0).send(frame(MacAddress.BROADCAST, mac(1), "from everybody"));
            office.pc(0).send(frame(MacAddress.NONE, mac(1), "from nobody"));

            PortCounts counts = office.await(0, port -> port.lost().get(Loss.MALFORMED) == 2);
            assertThat(counts.lost()).containsEntry(Loss.RUNT, 2L);
            assertThat(office.pc(1).hearsNothing()).isTrue();
            office.pc(0).send(frame(mac(0), mac(1), "still there"));
            office.pc(1).next();
        }
    }

    @Test
    void randomBytesCloseAtMostTheirOwnPort() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Office office = new Office(folder, 2)) {
            for (int round = 10; round < 40; round++) {
                byte[] noise = new byte[random.nextInt(4, 3000)];
                random.nextBytes(noise);
                try (PcEnd end = PcEnd.connect(office.listen(round))) {
                    end.write(ByteBuffer.wrap(noise));
                }
                office.await(round, counts -> counts.closed().isPresent());
            }
            Octets frame = frame(mac(0), mac(1), "still there");
            office.pc(0).send(frame);
            Octets heard = office.pc(1).next();
            while (!heard.equals(frame)) {
                heard = office.pc(1).next();
            }
        }
    }

    @Test
    void whoDoesNotReadLosesFramesAndHoldsUpNobody() throws Exception {
        int frames = 2000;
        try (Office office = new Office(folder, 2);
                PcEnd deaf = PcEnd.connectDeaf(office.listen(2))) {
            deaf.send(frame(mac(2), mac(2), "here I am"));
            office.await(2, counts -> counts.framesIn() == 1);
            for (int i = 0; i < frames; i++) {
                office.pc(0).send(numbered(i, mac(2)));
                office.pc(0).send(numbered(i, mac(1)));
                assertThat(numberOf(office.pc(1).next())).isEqualTo(i);
            }
            PortCounts counts =
                    office.await(
                            2,
                            port -> port.framesOut() + port.lost().get(Loss.QUEUE_FULL) == frames);
            assertThat(counts.lost().get(Loss.QUEUE_FULL)).isGreaterThan(frames / 2);

            deaf.listen();
            for (int i = 0; i < counts.framesOut(); i++) {
                assertThat(numberOf(deaf.next())).isBetween(i, frames);
            }
            office.pc(0).send(numbered(frames + 1, mac(2)));
            assertThat(numberOf(deaf.next())).isEqualTo(frames + 1);
        }
    }

    @Test
    void aFloodOfAddressesMakesTheSwitchForgetNobodyElse() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        try (Office office = new Office(folder, 3)) {
            for (int i = 0; i < 50_000; i++) {
                MacAddress madeUp = new MacAddress(0x0200_0000_0000L | random.nextInt(1 << 30));
                office.pc(0).send(frame(madeUp, mac(0), "flood"));
            }
            PortCounts counts = office.await(0, port -> port.framesIn() == 50_001);
            assertThat(counts.spoofed()).isEqualTo(50_000);
            assertThat(counts.addressesLearnt() - counts.addressesForgotten()).isBetween(1L, 256L);

            office.pc(1).send(frame(mac(1), mac(2), "private"));
            office.pc(2).next();
            assertThat(office.lan.counts().port("pc1").addressesForgotten()).isZero();
            assertThat(office.lan.counts().port("pc1").lost()).containsEntry(Loss.QUEUE_FULL, 0L);
        }
    }

    @Test
    void anAddressBelongsToThePortWhereItWasSeenLast() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.pc(1).send(frame(mac(0), mac(2), "I am pc0"));
            office.pc(2).next();
            office.pc(2).send(frame(mac(2), mac(0), "to whom?"));
            office.pc(1).next();
            assertThat(office.pc(0).hearsNothing()).isTrue();

            office.pc(0).send(frame(mac(0), mac(2), "no, I am"));
            office.pc(2).next();
            office.pc(2).send(frame(mac(2), mac(0), "to whom?"));
            office.pc(0).next();
            assertThat(office.pc(1).hearsNothing()).isTrue();

            assertThat(office.lan.counts().port("pc0").addressesMoved()).isEqualTo(1);
            assertThat(office.lan.counts().port("pc1").addressesMoved()).isEqualTo(1);
            assertThat(office.lan.counts().port("pc1").spoofed()).isEqualTo(1);
        }
    }

    @Test
    void closingCutsEverybody() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.lan.close();

            for (int pc = 0; pc < 3; pc++) {
                office.pc(pc).awaitCut();
            }
            assertThat(office.lan.counts().ports())
                    .allSatisfy(port -> assertThat(port.closed()).isPresent());
            assertThatExceptionOfType(NetworkException.class)
                    .isThrownBy(() -> office.listen(9))
                    .withMessageContaining("the LAN office is closed");
        }
    }

    @Test
    void aSwitchThatFailsLeavesEverybodyCutOff() throws Exception {
        FrameTap failing =
                new FrameTap() {
                    @Override
                    public void opened(int port, String name, MacAddress mac) {}

                    @Override
                    public void frame(int port, ByteBuffer wire, int at, int length) {
                        if (length == 666) {
                            throw new IllegalStateException("something unforeseen");
                        }
                    }
                };
        try (Office office = new Office(folder, 2, failing)) {
            office.pc(0).send(Octets.of(new byte[666]));

            office.pc(0).awaitCut();
            office.pc(1).awaitCut();
            assertThat(office.lan.counts().closed())
                    .hasValueSatisfying(why -> assertThat(why).contains("something unforeseen"));
        }
    }

    @Test
    void oneWhoIsCutLeavesTheOthersTalking() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.lan.cut("pc0");

            office.pc(0).awaitCut();
            assertOthersTalk(office);
            office.pc(1).send(frame(mac(1), mac(0), "gone?"));
            office.pc(2).next();
            assertThat(office.lan.counts().port("pc0").closed()).contains("it was cut");
        }
    }

    @Test
    void aReceiverOfOursThatFailsIsCutOffAlone() throws Exception {
        try (Office office = new Office(folder, 3);
                LocalPort failing =
                        office.lan.join(
                                "failing",
                                mac(9),
                                _ -> {
                                    throw new IllegalStateException("something unforeseen");
                                })) {
            office.pc(0).send(frame(mac(0), mac(9), "hello"));
            office.pc(1).next();
            office.pc(2).next();
            while (office.lan.counts().port("failing").closed().isEmpty()) {
                Thread.onSpinWait();
            }
            assertThat(failing.send(new byte[60])).isFalse();
            assertOthersTalk(office);
        }
    }

    private static void assertOthersTalk(Office office) throws Exception {
        Octets frame = frame(mac(1), mac(2), "still there");
        office.pc(1).send(frame);
        assertThat(office.pc(2).next()).isEqualTo(frame);
    }

    private static Octets numbered(int number, MacAddress target) {
        return frame(mac(0), target, ByteBuffer.allocate(4000).putInt(number).array());
    }

    private static int numberOf(Octets frame) {
        return (int) frame.intAt(14);
    }
}
