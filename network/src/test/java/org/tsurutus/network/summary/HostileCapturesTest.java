package org.tsurutus.network.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.network.packet.Octets;

class HostileCapturesTest {
    private static final long SEED = 708;

    @TempDir Path folder;

    @Test
    void captures_with_changed_bytes_and_torn_ends_never_throw() throws Exception {
        SplittableRandom random = new SplittableRandom(SEED);
        byte[] whole = Files.readAllBytes(somethingOfEverything(random));
        for (int round = 0; round < 300; round++) {
            byte[] bytes = Arrays.copyOf(whole, random.nextInt(whole.length + 1));
            for (int change = random.nextInt(40); change > 0 && bytes.length > 0; change--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            summarise(bytes, round);
        }
    }

    @Test
    void a_torn_end_is_told_and_all_before_it_is_read() throws Exception {
        byte[] whole = Files.readAllBytes(somethingOfEverything(new SplittableRandom(SEED)));
        SummaryCounts all = summarise(whole, 0);
        SummaryCounts torn = summarise(Arrays.copyOf(whole, whole.length * 2 / 3), 1);
        assertThat(all.stopped()).isEmpty();
        assertThat(torn.stopped()).get().asString().startsWith("the file ends within a block");
        assertThat(torn.frames()).isPositive().isLessThan(all.frames());
    }

    @Test
    void both_byte_orders_say_the_same() throws Exception {
        for (ByteOrder order : List.of(ByteOrder.BIG_ENDIAN, ByteOrder.LITTLE_ENDIAN)) {
            ByteBuffer file = ByteBuffer.allocate(200).order(order);
            file.putInt(0x0a0d0d0a).putInt(28).putInt(0x1a2b3c4d).putInt(1).putLong(-1).putInt(28);
            file.putInt(1).putInt(20).putShort((short) 1);
            file.putShort((short) 0).putInt(0).putInt(20);
            file.putInt(99).putInt(12).putInt(12);
            file.putInt(6).putInt(36).putInt(0).putInt(0).putInt(5).putInt(4).putInt(60);
            file.putInt(0).putInt(36);
            SummaryCounts counts = summarise(Arrays.copyOf(file.array(), file.position()), 0);
            assertThat(counts.stopped()).as("%s", order).isEmpty();
            assertThat(counts.frames()).isEqualTo(1);
            assertThat(counts.leftOut()).containsEntry(LeftOut.CUT_FRAMES, 1L);
        }
    }

    @Test
    void what_is_no_capture_is_told() throws Exception {
        assertThat(summarise("no capture".getBytes(StandardCharsets.UTF_8), 0).stopped())
                .contains("it is no pcapng; convert it with editcap -F pcapng");
        assertThat(Files.readString(folder.resolve("net/summary.json")))
                .contains("it is no pcapng")
                .contains("\"missing_bytes\" : 0");
    }

    @Test
    void missing_bytes_are_counted_and_what_is_passed_over_may_be_missing() {
        Losses losses = new Losses();
        List<String> read = new ArrayList<>();
        Feed feed =
                new Feed(
                        new Room(1000),
                        losses,
                        bytes -> {
                            read.add(new String(bytes.toArray(), StandardCharsets.US_ASCII));
                            return read.size() == 1 ? 10 : bytes.length();
                        });
        feed.take(100, Octets.of("head".getBytes(StandardCharsets.US_ASCII)));
        feed.take(108, Octets.of("--next".getBytes(StandardCharsets.US_ASCII)));
        feed.end();
        assertThat(read).containsExactly("head", "next");
        assertThat(losses.counts())
                .containsEntry(LeftOut.MISSING_BYTES, 4L)
                .containsEntry(LeftOut.STREAMS_WITH_GAPS, 0L);
    }

    private SummaryCounts summarise(byte[] bytes, int round) throws Exception {
        Path file = Files.write(folder.resolve("hostile.pcapng"), bytes);
        try {
            return NetworkSummary.write(file, folder.resolve("net"));
        } catch (RuntimeException e) {
            throw new AssertionError("seed " + SEED + ", round " + round, e);
        }
    }

    private Path somethingOfEverything(SplittableRandom random) throws Exception {
        Path file = folder.resolve("traffic.pcapng");
        byte[] noise = new byte[2000];
        random.nextBytes(noise);
        try (Wiretap tap = new Wiretap(file)) {
            tap.datagram(true, 1, 53, Arrays.copyOf(noise, 60));
            tap.datagram(
                    true,
                    1,
                    53,
                    new byte[] {0, 1, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 1, 'a', 0, 0, 1, 0, 1});
            byte[][] beginnings = {
                "GET / HTTP/1.1\r\nHost: a\r\n\r\nGET ".getBytes(StandardCharsets.US_ASCII),
                {0x16, 3, 1, 1, 0, 1, 0, 0, (byte) 252, 3, 3},
                {0, 0, 4, 0, (byte) 0xfe, 'S', 'M', 'B', 64, 0, 0, 0, 0, 0, 0, 0, 5, 0},
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\n"
                        .getBytes(StandardCharsets.US_ASCII)
            };
            int port = 50_000;
            for (byte[] beginning : beginnings) {
                byte[] said = noise.clone();
                System.arraycopy(beginning, 0, said, 0, beginning.length);
                tap.connection(
                        port++,
                        80,
                        List.of(new Wiretap.Said(true, said), new Wiretap.Said(false, said)),
                        70,
                        random);
            }
        }
        return file;
    }
}
