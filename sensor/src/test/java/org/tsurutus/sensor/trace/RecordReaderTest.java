package org.tsurutus.sensor.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RecordReaderTest {
    private static final List<TraceRecord> ALL =
            List.of(
                    RecordWriter.exchange(
                            1,
                            20,
                            Call.SET_KEY_VALUE,
                            Fields.of("hkey", 0x14)
                                    .and("type", 1)
                                    .and("namelen", 2)
                                    .data(new DataWriter().text("a").text("value")),
                            0,
                            Fields.none()),
                    RecordWriter.exchange(
                            2,
                            20,
                            Call.GET_CLIPBOARD_DATA,
                            Fields.of("format", 13),
                            0x40000000,
                            Fields.of("from", 7).data(new DataWriter().text("clip"))),
                    new TraceRecord.ThreadPipe(3, 20, 21),
                    new TraceRecord.ThreadGone(4, -1, 21),
                    new TraceRecord.Opened(5, 20, 9, 0102, 0100644, true, 0xfe00, -1),
                    new TraceRecord.Closed(6, 20, 9, Long.MAX_VALUE),
                    new TraceRecord.Removed(7, 20, false, "/wine/drive_c/日本"),
                    new TraceRecord.Removed(8, 20, true, ""),
                    new TraceRecord.Renamed(9, 20, "/a b", "/b\nc"),
                    new TraceRecord.Linked(10, 20, "/a", "/b"),
                    socket(TraceRecord.SocketAct.MADE, Optional.empty(), Optional.empty()),
                    socket(
                            TraceRecord.SocketAct.ACCEPTED,
                            Optional.of(at("0.0.0.0", 65_535)),
                            Optional.of(at("2001:db8::1", 0))));

    private final List<TraceRecord> read = new ArrayList<>();
    private final RecordReader reader = new RecordReader(read::add);

    @Test
    void everyRecordComesBackAsItWasWritten() {
        accept(stream(ALL));
        assertThat(read).isEqualTo(ALL);
        assertThat(reader.records()).isEqualTo(ALL.size());
        nothingIsLost();
    }

    @Test
    void fieldsAreReadByTheirNames() {
        accept(stream(ALL));
        TraceRecord.Exchange exchange = (TraceRecord.Exchange) read.getFirst();
        assertThat(exchange.call()).isEqualTo(Call.SET_KEY_VALUE);
        assertThat(exchange.request().number("hkey")).isEqualTo(0x14);
        assertThat(exchange.request().number("namelen")).isEqualTo(2);
        assertThat(exchange.request().read().text()).isEqualTo("avalue");
        assertThat(exchange.done()).isTrue();
        TraceRecord.Exchange warning = (TraceRecord.Exchange) read.get(1);
        assertThat(warning.done()).isTrue();
        assertThat(warning.status()).isEqualTo(0x40000000);
        assertThat(warning.reply().number("from")).isEqualTo(7);
    }

    @Test
    void recordsMayBeCutAtEveryByte() {
        byte[] stream = stream(ALL);
        for (int cut = 0; cut <= stream.length; cut++) {
            List<TraceRecord> pieces = new ArrayList<>();
            RecordReader inTwo = new RecordReader(pieces::add);
            inTwo.accept(ByteBuffer.wrap(stream, 0, cut));
            inTwo.accept(ByteBuffer.wrap(stream, cut, stream.length - cut));
            assertThat(pieces).as("cut at %d", cut).isEqualTo(ALL);
            assertThat(inTwo.bytesSkipped() + inTwo.notUnderstood() + inTwo.waiting()).isZero();
        }
    }

    @Test
    void recordsMayComeByteByByte() {
        for (byte piece : stream(ALL)) {
            accept(piece);
        }
        assertThat(read).isEqualTo(ALL);
        nothingIsLost();
    }

    @Test
    void aRecordThatHasNotEndedWaits() {
        byte[] stream = stream(ALL.subList(0, 1));
        accept(Arrays.copyOf(stream, stream.length - 1));
        assertThat(read).isEmpty();
        assertThat(reader.waiting()).isEqualTo(stream.length - 1);
    }

    @Test
    void garbageBetweenRecordsIsPassedOverAndCounted() {
        byte[] garbage =
                "TRE no record, and a mark TREC without sense behind it"
                        .getBytes(StandardCharsets.US_ASCII);
        accept(garbage);
        for (TraceRecord record : ALL) {
            accept(RecordWriter.bytes(record));
            accept(garbage);
        }
        accept(RecordWriter.bytes(ALL.getFirst()));
        assertThat(read).hasSize(ALL.size() + 1).startsWith(ALL.toArray(TraceRecord[]::new));
        assertThat(reader.bytesSkipped()).isEqualTo((ALL.size() + 1L) * garbage.length);
        assertThat(reader.notUnderstood()).isZero();
    }

    @Test
    void aLengthThatNoRecordHasIsNotBelieved() {
        for (int length : new int[] {0, 23, (1 << 19) + 1, -1, Integer.MIN_VALUE}) {
            accept(with(ALL.get(2), 4, length));
        }
        accept(stream(ALL));
        assertThat(read).isEqualTo(ALL);
        assertThat(reader.bytesSkipped()).isEqualTo(5 * 28);
    }

    @Test
    void aLengthThatIsTooShortIsCountedAndTheRestIsPassedOver() {
        byte[] whole = RecordWriter.bytes(ALL.get(2));
        accept(with(ALL.get(2), 4, 26));
        accept(stream(ALL));
        assertThat(read).isEqualTo(ALL);
        assertThat(reader.notUnderstood()).isEqualTo(1);
        assertThat(reader.bytesSkipped()).isEqualTo(whole.length - 26);
    }

    @Test
    void aLengthThatIsTooLongTakesTheNextRecordWithIt() {
        accept(with(ALL.getFirst(), 4, RecordWriter.bytes(ALL.getFirst()).length + 28));
        accept(stream(ALL.subList(2, 5)));
        assertThat(read).isEqualTo(ALL.subList(3, 5));
        assertThat(reader.notUnderstood()).isEqualTo(1);
    }

    @Test
    void aMessageWithMoreDataThanItSaysIsCounted() {
        int requestSize = 24 + 4 + 4;
        int replySize = 24 + 4 + 64 + 4;
        accept(with(ALL.getFirst(), requestSize, 3));
        accept(with(ALL.get(1), replySize, 3));
        assertThat(read).isEmpty();
        assertThat(reader.notUnderstood()).isEqualTo(2);
    }

    @Test
    void partsThatReachBehindTheRecordAreCounted() {
        for (int kept : new int[] {-1, 13, Integer.MAX_VALUE}) {
            accept(with(ALL.getFirst(), 24, kept));
        }
        assertThat(read).isEmpty();
        assertThat(reader.notUnderstood()).isEqualTo(3);
    }

    @Test
    void whatIsUnknownIsCountedAndPassedOver() {
        accept(with(ALL.get(2), 8, 99));
        accept(with(ALL.get(2), 8, 0));
        accept(with(ALL.getFirst(), 8, 1 | 999 << 16));
        accept(with(ALL.get(10), 24, 5));
        accept(with(ALL.get(10), 24, -1));
        accept(stream(ALL));
        assertThat(read).isEqualTo(ALL);
        assertThat(reader.records()).isEqualTo(5 + ALL.size());
        assertThat(reader.notUnderstood()).isEqualTo(5);
        assertThat(reader.bytesSkipped()).isZero();
    }

    @Test
    void twoNamesOfWhichOneIsMissingAreCounted() {
        byte[] linked = RecordWriter.bytes(ALL.get(9));
        for (int i = 24; i < linked.length; i++) {
            linked[i] = 'x';
        }
        accept(linked);
        assertThat(reader.notUnderstood()).isEqualTo(1);
    }

    @Test
    void anEndpointOfAnotherFamilyIsNone() {
        byte[] accepted = RecordWriter.bytes(ALL.get(11));
        accepted[24 + 20] = 5;
        accept(accepted);
        assertThat(read)
                .singleElement()
                .isInstanceOfSatisfying(
                        TraceRecord.Socket.class,
                        socket -> {
                            assertThat(socket.own()).isEmpty();
                            assertThat(socket.remote()).contains(at("2001:db8::1", 0));
                        });
    }

    @Test
    void afterBytesWereMissingWhatBeganBeforeThemIsGivenUp() {
        byte[] stream = stream(ALL);
        accept(Arrays.copyOf(stream, 50));
        reader.restart();
        assertThat(reader.bytesSkipped()).isEqualTo(50);
        accept(Arrays.copyOfRange(stream, 80, stream.length));
        assertThat(read).isEqualTo(ALL.subList(1, ALL.size()));
        reader.restart();
        assertThat(reader.waiting()).isZero();
    }

    @Test
    void theLongestRecordIsReadWhole() {
        byte[] most = new byte[1 << 16];
        TraceRecord longest =
                RecordWriter.exchange(
                        1,
                        20,
                        Call.GET_CLIPBOARD_DATA,
                        Fields.none().data(new DataWriter().bytes(most)),
                        0,
                        Fields.none().data(new DataWriter().bytes(new byte[100_000])));
        accept(stream(List.of(longest, ALL.getFirst())));
        assertThat(read).containsExactly(longest, ALL.getFirst());
        Message reply = ((TraceRecord.Exchange) read.getFirst()).reply();
        assertThat(reply.size()).isEqualTo(100_000);
        assertThat(reply.read().bytes().cut()).isTrue();
    }

    @Test
    void damagedStreamsNeverStopTheReaderAndEveryByteIsAccountedFor() {
        long seed = 20_261_123;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = stream(ALL);
        for (int round = 0; round < 5_000; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(10); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            List<TraceRecord> pieces = new ArrayList<>();
            RecordReader hardy = new RecordReader(pieces::add);
            for (int at = 0; at < damaged.length; ) {
                int size = Math.min(damaged.length - at, 1 + random.nextInt(300));
                hardy.accept(ByteBuffer.wrap(damaged, at, size));
                at += size;
            }
            assertThat(pieces.size() + hardy.notUnderstood())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(hardy.records());
            assertThat(hardy.bytesSkipped() + hardy.waiting())
                    .as("seed %d round %d", seed, round)
                    .isBetween(0L, (long) damaged.length);
        }
    }

    private void accept(byte... bytes) {
        reader.accept(ByteBuffer.wrap(bytes));
    }

    private void nothingIsLost() {
        assertThat(reader.notUnderstood()).isZero();
        assertThat(reader.bytesSkipped()).isZero();
        assertThat(reader.waiting()).isZero();
    }

    private static byte[] stream(List<TraceRecord> records) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        records.forEach(record -> out.writeBytes(RecordWriter.bytes(record)));
        return out.toByteArray();
    }

    /// The record's bytes with another number at a place.
    private static byte[] with(TraceRecord record, int offset, int number) {
        byte[] bytes = RecordWriter.bytes(record);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(offset, number);
        return bytes;
    }

    private static TraceRecord.Socket socket(
            TraceRecord.SocketAct act, Optional<Endpoint> own, Optional<Endpoint> remote) {
        return new TraceRecord.Socket(11, 20, act, 30, 31, 115, 1, own, remote, 70_001);
    }

    private static Endpoint at(String address, int port) {
        try {
            return Endpoint.of(InetAddress.getByName(address), port);
        } catch (UnknownHostException e) {
            throw new AssertionError(e);
        }
    }
}
