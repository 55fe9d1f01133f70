package org.tsurutus.sensor.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
                    new RawFact.Closed(5, 15, 7, 230, 5, "/wine/drive_c/b c"),
                    new RawFact.Content(6, 16, 7, bytes("hello")),
                    new RawFact.ClosedEnd(7, 17, 7, 5, RawFact.Ending.COMPLETE),
                    new RawFact.Lost(8, 18, 1));

    @Test
    void everyFactComesBackAsItWasWritten() {
        FactReader reader = reader(write(ALL));
        assertThat(read(reader)).isEqualTo(ALL);
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 0));
        assertThat(reader.nextSequence()).isEqualTo(9);
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
        byte[] stream = join(garbage, write(ALL.subList(0, 3)), garbage, write(ALL.subList(3, 9)));
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
    void missingNumbersAreCounted() {
        List<RawFact> some = List.of(ALL.get(1), ALL.get(4), ALL.get(5), ALL.get(8));
        FactReader reader = reader(write(some));
        assertThat(read(reader)).isEqualTo(some);
        assertThat(reader.damage().framesMissing()).isEqualTo(5);
    }

    @Test
    void aStreamMayGoOnWhereAnotherEnded() {
        FactReader reader = new FactReader(new ByteArrayInputStream(write(ALL.subList(4, 9))), 4);
        assertThat(read(reader)).isEqualTo(ALL.subList(4, 9));
        assertThat(reader.damage()).isEqualTo(new StreamDamage(0, 0, 0));
    }

    @Test
    void aFrameThatTheEndCutsIsCounted() {
        byte[] whole = write(ALL);
        for (int cut : new int[] {1, 10, 32}) {
            FactReader reader = reader(Arrays.copyOf(whole, whole.length - cut));
            assertThat(read(reader)).isEqualTo(ALL.subList(0, 8));
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
            assertThat(facts).as("seed %d round %d", seed, round).hasSizeLessThanOrEqualTo(9);
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

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8)).asReadOnlyBuffer();
    }
}
