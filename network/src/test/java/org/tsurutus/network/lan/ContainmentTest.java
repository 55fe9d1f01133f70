package org.tsurutus.network.lan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.tsurutus.network.lan.Office.frame;
import static org.tsurutus.network.lan.Office.mac;

import java.io.IOException;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ethernet;
import org.tsurutus.network.packet.MacAddress;
import org.tsurutus.network.packet.Octets;

/// What PCs do to the switch that wish it ill.
@Timeout(120)
class ContainmentTest {
    private static final long SEED = 42;
    private static final int ARP = 0x0806;

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
    void aMadeUpAddressBelongsToThePortWhereItWasSeenLast() throws Exception {
        MacAddress madeUp = new MacAddress(0x0200_0000_0007L);
        try (Office office = new Office(folder, 3)) {
            office.pc(0).send(frame(madeUp, mac(2), "here"));
            office.pc(2).next();
            office.pc(1).send(frame(madeUp, mac(2), "now here"));
            office.pc(2).next();
            office.pc(2).send(frame(mac(2), madeUp, "to whom?"));
            office.pc(1).next();

            assertThat(office.pc(0).hearsNothing()).isTrue();
            assertThat(office.lan.counts().port("pc0").addressesMoved()).isEqualTo(1);
            assertThat(office.lan.counts().port("pc1").spoofed()).isEqualTo(1);
        }
    }

    @Test
    void nobodyGetsWhatIsMeantForTheCardOfAnother() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.pc(1).send(frame(mac(0), mac(2), "I am pc0"));
            PortCounts counts = office.await(1, port -> port.lost().get(Loss.IMPOSTOR) == 1);
            assertThat(counts.spoofed()).isEqualTo(1);
            assertThat(office.pc(2).hearsNothing()).isTrue();

            Octets answer = frame(mac(2), mac(0), "to whom?");
            office.pc(2).send(answer);
            assertThat(office.pc(0).next()).isEqualTo(answer);
            assertThat(office.pc(1).hearsNothing()).isTrue();
        }
    }

    @Test
    void theAddressOfOneWhoHasLeftIsFree() throws Exception {
        try (Office office = new Office(folder, 3)) {
            office.lan.cut("pc0");
            office.pc(0).awaitCut();

            Octets frame = frame(mac(0), mac(2), "pc0 is gone");
            office.pc(1).send(frame);

            assertThat(office.pc(2).next()).isEqualTo(frame);
        }
    }

    @ParameterizedTest
    @ValueSource(
            longs = {
                0xffff_ffff_ffffL, // everybody
                0x0100_5e00_0001L, // all hosts of IPv4
                0x3333_0000_0001L, // all nodes of IPv6
                0x0180_c200_000eL, // bridges
                0x5254_0000_0001L, // a PC that both LANs have
                0x0200_0000_0001L, // somebody unknown
            })
    void nothingCrossesFromOneLanToAnother(long target) throws Exception {
        Path here = Files.createDirectory(folder.resolve("here"));
        Path there = Files.createDirectory(folder.resolve("there"));
        try (Office attacked = new Office(there, 2);
                Office attacker = new Office(here, 2)) {
            for (int i = 0; i < 2000; i++) {
                MacAddress source = mac(i % 3 == 0 ? 0 : i + 2);
                attacker.pc(0).send(frame(source, new MacAddress(target), "x"));
            }
            attacker.await(0, port -> port.framesIn() == 2001);

            Octets own = frame(mac(0), mac(1), "own");
            attacked.pc(0).send(own);
            assertThat(attacked.pc(1).next()).isEqualTo(own);
            assertThat(attacked.pc(0).hearsNothing()).isTrue();
            assertThat(attacked.lan.counts().port("pc1").framesOut()).isEqualTo(1);
            assertThat(attacked.lan.counts().port("pc0").framesOut()).isZero();
        }
    }

    @Test
    void aHundredThousandRequestsToEverybodyAreCountedOneByOne() throws Exception {
        int frames = 100_000;
        try (Office office = new Office(folder, 3);
                PcEnd deaf = PcEnd.connectDeaf(office.listen(3))) {
            deaf.send(frame(mac(3), mac(3), "here I am"));
            office.await(3, counts -> counts.framesIn() == 1);
            for (int i = 0; i < frames; i++) {
                office.pc(0).send(arpRequest(i));
            }
            PortCounts counts =
                    office.await(
                            3,
                            port -> port.framesOut() + port.lost().get(Loss.QUEUE_FULL) == frames);
            assertThat(counts.lost().get(Loss.QUEUE_FULL)).isPositive();
            assertThat(counts.closed()).isEmpty();

            office.lan.cut("pc0");
            Octets frame = frame(mac(1), mac(2), "still there");
            office.pc(1).send(frame);
            Octets heard = office.pc(2).next();
            while (!heard.equals(frame)) {
                heard = office.pc(2).next();
            }
        }
    }

    @Test
    void aBurstOfAHundredMegabytesTakesNoMoreMemoryThanItsQueues() throws Exception {
        int frames = 1600;
        Octets longest = frame(mac(0), mac(1), new byte[65_522]);
        try (Office office = new Office(folder, 1);
                PcEnd deaf = PcEnd.connectDeaf(office.listen(1))) {
            deaf.send(frame(mac(1), mac(1), "here I am"));
            office.await(1, counts -> counts.framesIn() == 1);
            long before = directMemory();
            for (int i = 0; i < frames; i++) {
                office.pc(0).send(longest);
            }
            PortCounts counts =
                    office.await(
                            1,
                            port -> port.framesOut() + port.lost().get(Loss.QUEUE_FULL) == frames);

            assertThat(office.lan.counts().port("pc0").bytesIn()).isGreaterThan(100 << 20);
            assertThat(counts.bytesOut()).isLessThan(4 << 20);
            assertThat(directMemory() - before).isLessThan(4 << 20);
        }
    }

    @Test
    void closingWhileFramesFlowCutsEverybody() throws Exception {
        try (Office office = new Office(folder, 3)) {
            Thread flood =
                    Thread.ofVirtual()
                            .start(() -> {
                                try {
                                    for (int i = 0; i < Integer.MAX_VALUE; i++) {
                                        office.pc(0).send(arpRequest(i));
                                    }
                                } catch (IOException _) {
                                    // cut, as it should be
                                }
                            });
            office.await(0, port -> port.framesIn() > 1000);

            office.lan.close();

            flood.join();
            for (int pc = 1; pc < 3; pc++) {
                office.pc(pc).awaitCut();
            }
            LanCounts counts = office.lan.counts();
            assertThat(counts.closed()).isPresent();
            assertThat(office.lan.counts()).isEqualTo(counts);
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

    private static Octets arpRequest(int number) {
        ByteBuffer payload = ByteBuffer.allocate(46);
        payload.putLong(0x0001_0800_0604_0001L).putInt(number);
        return Ethernet.of(mac(0), MacAddress.BROADCAST, ARP, Octets.of(payload.array())).octets();
    }

    /// In bytes; what buffers outside the heap take in this process.
    private static long directMemory() {
        return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
                .filter(pool -> pool.getName().equals("direct"))
                .mapToLong(BufferPoolMXBean::getMemoryUsed)
                .sum();
    }

    private static Octets numbered(int number, MacAddress target) {
        return frame(mac(0), target, ByteBuffer.allocate(4000).putInt(number).array());
    }

    private static int numberOf(Octets frame) {
        return (int) frame.intAt(14);
    }
}
