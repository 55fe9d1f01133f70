package org.tsurutus.sensor.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.sensor.SensorException;

class FactStreamTest {
    private static final List<RawFact> ALL =
            List.of(
                    new RawFact.Note(0, 10, "launcher ready"),
                    new RawFact.Trace(1, 11, bytes("0024: close_handle( ha")),
                    new RawFact.Created(2, 12, "/wine/drive_c/日本.txt"),
                    new RawFact.Deleted(3, 13, "/wine/drive_c/a"),
                    new RawFact.Moved(4, 14, "/wine/drive_c/a", "/wine/drive_c/b c"),
                    new RawFact.Closed(
                            5,
                            15,
                            7,
                            230,
                            5,
                            new FileId(0xfe00, 9321),
                            new FileTimes(
                                    Instant.parse("2145-06-01T00:00:00.000000100Z"),
                                    Instant.parse("1969-12-31T23:59:59.999999999Z"),
                                    Optional.of(Instant.parse("2026-11-23T04:11:00.5Z"))),
                            "/wine/drive_c/b c"),
                    new RawFact.Content(6, 16, 7, bytes("hello")),
                    new RawFact.ClosedEnd(7, 17, 7, 5, RawFact.Ending.COMPLETE),
                    new RawFact.Lost(8, 18, 1),
                    new RawFact.Counted(9, 19, new FileId(8, -1), 0, 65_536),
                    new RawFact.Datagram(
                            10, 20, 4_000_000_000L, peer("192.0.2.1", 53), bytes("\0\1question")),
                    new RawFact.RawWrite(11, 21, 230, 512, 1_024, "vdc"),
                    new RawFact.Attributes(
                            12, 22, 230, 0100644, OptionalInt.of(6), "/wine/drive_c/b c"),
                    new RawFact.Attributes(
                            13, 23, 230, 0040755, OptionalInt.empty(), "/wine/drive_c"),
                    new RawFact.Connected(
                            14, 24, peer("127.0.0.1", 49_152), peer("127.0.0.1", 65_535)),
                    new RawFact.Connected(15, 25, peer("::1", 1), peer("2001:db8::1", 443)),
                    new RawFact.Connected(
                            16, 26, peer("10.77.0.11", 40_000), peer("10.77.0.12", 445), true),
                    new RawFact.Accepted(
                            17, 27, peer("10.77.0.12", 445), peer("10.77.0.11", 40_000)),
                    new RawFact.Created(18, 28, "/wine/drive_c/x", new RawFact.Marks(true, false)),
                    new RawFact.Deleted(19, 29, "/wine/drive_c/y", new RawFact.Marks(true, true)),
                    new RawFact.Moved(
                            20,
                            30,
                            "/wine/drive_c/x",
                            "/wine/drive_c/z",
                            new RawFact.Marks(false, true)),
                    new RawFact.Served(21, 31, new FileId(8, 9), 0, 65_536));

    @Test
    void everyFactComesBackAsItWasWritten() {
        FactReader reader = reader(write(ALL));
        assertThat(read(reader)).isEqualTo(ALL);
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 0));
        assertThat(reader.nextSequence()).isEqualTo(ALL.size());
    }

    @Test
    void theHeaderIsThirtyTwoLittleEndianBytes() {
        byte[] frame = write(List.of(new RawFact.Content(0x0102, 3, 4, bytes("x"))));
        assertThat(frame)
                .startsWith('T', 'S', 'U', 'F', 7, 0, 0, 0, 1, 0, 0, 0, 4, 0, 0, 0, 2, 1)
                .hasSize(33);
    }

    @Test
    void garbageBetweenFramesIsSkippedAndCounted() {
        byte[] garbage = "TSU is not a frame, nor is TSUF!".getBytes(StandardCharsets.UTF_8);
        byte[] stream =
                join(garbage, write(ALL.subList(0, 3)), garbage, write(ALL.subList(3, ALL.size())));
        FactReader reader = reader(stream);
        assertThat(read(reader)).isEqualTo(ALL);
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 2L * garbage.length));
    }

    @Test
    void aLengthThatNoFrameHasIsNotBelieved() {
        byte[] bad = write(List.of(ALL.getFirst()));
        ByteBuffer.wrap(bad).put(11, (byte) 0x7f);
        FactReader reader = reader(join(bad, write(ALL.subList(1, 3))));
        assertThat(read(reader)).isEqualTo(ALL.subList(1, 3));
        assertThat(reader.damage()).isEqualTo(new StreamDamage(1, 0, bad.length));
    }

    @Test
    void unknownTypesAndMalformedPayloadsAreSkippedWhole() {
        byte[] unknown = write(List.of(ALL.getFirst()));
        unknown[4] = 77;
        byte[] moveWithoutEnd = write(List.of(new RawFact.Deleted(1, 2, "/a")));
        moveWithoutEnd[4] = 5;
        FactReader reader = reader(join(unknown, moveWithoutEnd, write(ALL.subList(2, 4))));
        assertThat(read(reader)).isEqualTo(ALL.subList(2, 4));
        assertThat(reader.damage())
                .isEqualTo(new StreamDamage(0, 0, unknown.length + moveWithoutEnd.length));
    }

    @Test
    void aPayloadOfAnotherLengthIsSkippedWhole() {
        for (RawFact fact : ALL) {
            int shortest =
                    switch (fact) {
                        case RawFact.Note _,
                                RawFact.Trace _,
                                RawFact.Created _,
                                RawFact.Deleted _,
                                RawFact.Content _ ->
                                0;
                        case RawFact.Moved moved -> moved.from().length() + 1;
                        case RawFact.Closed _ -> 52;
                        case RawFact.ClosedEnd _ -> 9;
                        case RawFact.Lost _ -> 4;
                        case RawFact.Counted _, RawFact.Served _ -> 32;
                        case RawFact.Datagram _, RawFact.RawWrite _ -> 24;
                        case RawFact.Attributes _ -> 16;
                        case RawFact.Connected _, RawFact.Accepted _ -> 40;
                    };
            byte[] whole = write(List.of(fact));
            for (int length = 0; length < shortest; length++) {
                assertThat(read(reader(resized(whole, length))))
                        .as("%s with %d bytes", fact, length)
                        .isEmpty();
            }
            assertThat(read(reader(resized(whole, shortest)))).as("%s", fact).hasSize(1);
        }
    }

    @Test
    void aPayloadLongerThanItsTypeAllowsIsSkippedWhole() {
        for (RawFact fact : ALL) {
            Optional<Integer> longest =
                    switch (fact) {
                        case RawFact.Note _, RawFact.Trace _, RawFact.Content _, RawFact.Moved _ ->
                                Optional.empty();
                        case RawFact.Created _, RawFact.Deleted _ -> Optional.of(4_096);
                        case RawFact.Closed _ -> Optional.of(52 + 4_096);
                        case RawFact.ClosedEnd _ -> Optional.of(9);
                        case RawFact.Lost _ -> Optional.of(4);
                        case RawFact.Counted _, RawFact.Served _ -> Optional.of(32);
                        case RawFact.Datagram _ -> Optional.of(24 + 512);
                        case RawFact.RawWrite _ -> Optional.of(24 + 31);
                        case RawFact.Attributes _ -> Optional.of(16 + 4_096);
                        case RawFact.Connected _, RawFact.Accepted _ -> Optional.of(40);
                    };
            byte[] whole = write(List.of(fact));
            longest.ifPresent(length -> {
                assertThat(read(reader(resized(whole, length)))).as("%s", fact).hasSize(1);
                assertThat(read(reader(resized(whole, length + 1)))).as("%s", fact).isEmpty();
            });
        }
    }

    @Test
    void countsAndOffsetsThatNoFileHasAreNotBelieved() {
        RawFact.Counted counted = new RawFact.Counted(0, 0, new FileId(1, 2), 3, -4);
        RawFact.RawWrite write = new RawFact.RawWrite(1, 0, 230, -512, 512, "vdc");
        assertThat(read(reader(write(List.of(counted, write))))).isEmpty();
    }

    @Test
    void anAddressOfAnUnknownFamilyIsNotBelieved() {
        byte[] connected = write(ALL.subList(14, 15));
        byte[] datagram = write(ALL.subList(10, 11));
        connected[32] = 5;
        datagram[36] = 5;
        assertThat(read(reader(join(connected, datagram)))).isEmpty();
    }

    @Test
    void anIpv4AddressThatComesAsIpv6IsIpv4() {
        byte[] connected = write(ALL.subList(15, 16));
        byte[] mapped = {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, -1, -1, 10, 0, 0, 1};
        System.arraycopy(mapped, 0, connected, 32 + 8, 16);
        assertThat(read(reader(connected)))
                .containsExactly(
                        new RawFact.Connected(
                                15, 25, peer("10.0.0.1", 1), peer("2001:db8::1", 443)));
    }

    @Test
    void missingNumbersAreCounted() {
        List<RawFact> some = List.of(ALL.get(1), ALL.get(4), ALL.get(5), ALL.get(8));
        FactReader reader = reader(write(some));
        assertThat(read(reader)).isEqualTo(some);
        assertThat(reader.damage().framesMissing()).isEqualTo(5);
    }

    @Test
    void aStreamMayGoOnWhereAnotherEnded() {
        FactReader reader =
                new FactReader(new ByteArrayInputStream(write(ALL.subList(4, ALL.size()))), 4);
        assertThat(read(reader)).isEqualTo(ALL.subList(4, ALL.size()));
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 0));
    }

    @Test
    void aFrameThatTheEndCutsIsCounted() {
        byte[] whole = write(ALL);
        for (int cut : new int[] {1, 10, 32}) {
            FactReader reader = reader(Arrays.copyOf(whole, whole.length - cut));
            assertThat(read(reader)).isEqualTo(ALL.subList(0, ALL.size() - 1));
            assertThat(reader.damage().framesCut()).as("cut by %d", cut).isEqualTo(1);
        }
    }

    @Test
    void bytesThatAreNoUtf8StayVisible() {
        byte[] name = {'a', (byte) 0xff, 'b', (byte) 0xe6, (byte) 0x97};
        assertThat(UnixText.decode(ByteBuffer.wrap(name))).isEqualTo("a\\xffb\\xe6\\x97");
    }

    @Test
    void damagedStreamsNeverStopTheReader() {
        long seed = 20261122;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = write(ALL);
        for (int round = 0; round < 2_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(12); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            FactReader reader = reader(damaged);
            List<RawFact> facts = read(reader);
            assertThat(facts)
                    .as("seed %d round %d", seed, round)
                    .hasSizeLessThanOrEqualTo(ALL.size());
        }
    }

    @Test
    void aStreamLongerThanTheReadersBufferIsReadWhole() {
        long seed = 31;
        SplittableRandom random = new SplittableRandom(seed);
        List<RawFact> facts = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] content = new byte[random.nextInt(30_000)];
            random.nextBytes(content);
            ByteBuffer bytes = ByteBuffer.wrap(content).asReadOnlyBuffer();
            facts.add(new RawFact.Content(i, 2 * i, 3, bytes));
        }
        FactReader reader = new FactReader(new ByteArrayInputStream(write(facts)));
        assertThat(read(reader)).as("seed %d", seed).isEqualTo(facts);
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 0));
    }

    @Test
    void aFactTooLongForAFrameIsRefused() {
        RawFact huge = new RawFact.Trace(0, 0, ByteBuffer.allocate((1 << 20) + 1));
        assertThatThrownBy(() -> write(List.of(huge)))
                .isInstanceOf(SensorException.class)
                .hasMessageContaining("cut it into several");
    }

    /// A stream that gives few bytes at a time, as a live one does.
    private static FactReader reader(byte[] bytes) {
        return new FactReader(
                new InputStream() {
                    private int position;

                    @Override
                    public int read() {
                        return position == bytes.length ? -1 : bytes[position++] & 0xff;
                    }

                    @Override
                    public int read(byte[] target, int offset, int length) {
                        int read = read();
                        if (read >= 0) {
                            target[offset] = (byte) read;
                        }
                        return read < 0 ? -1 : 1;
                    }
                });
    }

    private static List<RawFact> read(FactReader reader) {
        List<RawFact> facts = new ArrayList<>();
        reader.forEach(facts::add);
        return facts;
    }

    private static byte[] write(List<RawFact> facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        facts.forEach(new FactWriter(out)::write);
        return out.toByteArray();
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    /// A frame with its payload cut, or lengthened by the letter `a`.
    private static byte[] resized(byte[] frame, int length) {
        byte[] resized = Arrays.copyOf(frame, 32 + length);
        if (resized.length > frame.length) {
            Arrays.fill(resized, frame.length, resized.length, (byte) 'a');
        }
        ByteBuffer.wrap(resized).order(ByteOrder.LITTLE_ENDIAN).putInt(8, length);
        return resized;
    }

    private static Peer peer(String address, int port) {
        try {
            return new Peer(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("no address: " + address, e);
        }
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
