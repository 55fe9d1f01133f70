package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.assertj.core.api.ThrowingConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.FactWriter;
import org.tsurutus.sensor.fact.RawFact;

class HostileGuestTest {
    private static final ThrowingConsumer<MarkIIRecord> ONE_LINE =
            record -> assertThat(MarkIIWriter.line(record)).doesNotContainPattern("[\\x00-\\x1f]");

    @TempDir private Path directory;

    @Test
    void theDayHasALittleOfEverything() {
        Run run = Run.of(directory, Day.guest().facts());
        assertThat(run.sensor.counts().records().keySet())
                .contains("ps/start", "ps/stop", "ps/inject")
                .contains("file/create", "file/close", "file/rename", "file/del", "file/chgAttr")
                .contains("reg/create", "reg/setVal", "reg/delVal", "reg/renameKey", "reg/delKey")
                .contains("net/con", "net/est", "net/dcon", "net/lsn", "net/acpt", "net/openUDP")
                .contains("net/dnsQuery", "win/active", "clip/copy", "clip/paste");
        assertThat(run.gap("trace bytes skipped")).isZero();
        assertThat(run.gap("trace records not understood")).isZero();
    }

    @Test
    void damagedFactsNeverStopTheSensorAndEveryRecordStaysOneLine() {
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = stream(Day.guest().facts());
        for (int round = 0; round < 200; round++) {
            Run run = new Run(directory, Map.of());
            run.sensor.startRecording(Run.GO, 0, Optional.empty());
            FactReader reader = new FactReader(new ByteArrayInputStream(damaged(whole, random)));
            run.sensor.follow(reader);
            reader.forEach(run.sensor::accept);
            run.sensor.finish();
            assertThat(run.records).as("seed %d round %d", seed, round).allSatisfy(ONE_LINE);
        }
    }

    @Test
    void aDamagedTraceNeverStopsTheSensorAndEveryRecordStaysOneLine() {
        long seed = 8081;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = Day.trace();
        for (int round = 0; round < 500; round++) {
            byte[] damaged = damaged(whole, random);
            Run run = new Run(directory, Map.of());
            run.sensor.startRecording(Run.GO, 0, Optional.empty());
            int at = 0;
            for (long sequence = 0; at < damaged.length; sequence++) {
                int size = Math.min(damaged.length - at, 1 + random.nextInt(4_000));
                ByteBuffer piece = ByteBuffer.wrap(damaged, at, size);
                run.sensor.accept(new RawFact.Trace(sequence, Run.GO_NANOS, piece));
                at += size;
            }
            run.sensor.finish();
            assertThat(run.records).as("seed %d round %d", seed, round).allSatisfy(ONE_LINE);
        }
    }

    @Test
    void handlesWithoutEndAreRefusedAndCounted() {
        Guest guest = new Guest().specimen();
        GuestRegistry registry = new GuestRegistry(guest, SPEC).open(0, "\\Registry", 0x10);
        for (int handle = 0x20; handle < 0x20 + 70_000; handle++) {
            registry.open(0x10, "x", handle);
        }
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("entries forgotten for lack of room")).isEqualTo(70_001 - 65_536);
    }

    @Test
    void namesInHandlesWithoutEndAreRefusedAndCounted() {
        Guest guest = new Guest().specimen();
        GuestRegistry registry =
                new GuestRegistry(guest, SPEC).open(0, "\\Registry\\" + "n".repeat(8_000), 0x10);
        for (int handle = 0x20; handle < 0x20 + 5_000; handle++) {
            registry.open(0x10, "x", handle);
        }
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("entries forgotten for lack of room")).isBetween(500L, 1_500L);
    }

    @Test
    void aPathThatGrowsWithoutEndIsNotFollowed() {
        Guest guest = new Guest().specimen();
        String name = "n".repeat(5_000);
        new GuestRegistry(guest, SPEC)
                .open(0, "\\Registry\\Machine", 0x10)
                .open(0x10, name, 0x14)
                .open(0x14, name, 0x18);
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("trace records not understood")).isEqualTo(1);
    }

    @Test
    void windowsWithoutEndAreRefusedAndCounted() {
        Guest guest = new Guest().specimen();
        GuestDesktop desktop = new GuestDesktop(guest, SPEC);
        for (int window = 1; window <= 16_390; window++) {
            desktop.window(window, "");
        }
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("entries forgotten for lack of room")).isEqualTo(6);
    }

    @Test
    void framesThatAreMissingCutARecordInTwoAndBothEndsAreCounted() {
        Guest guest = new Guest().specimen();
        int whole = guest.facts().size();
        guest.bytes(Arrays.copyOf(Day.trace(), 100)).note("lost").dies(SPEC);
        List<RawFact> facts = guest.facts();
        Run run = new Run(directory, Map.of());
        run.sensor.startRecording(Run.GO, Run.GO_NANOS, Optional.empty());
        byte[] stream =
                stream(facts.stream().filter(fact -> fact.sequence() != whole + 1).toList());
        FactReader reader = new FactReader(new ByteArrayInputStream(stream));
        run.sensor.follow(reader);
        reader.forEach(run.sensor::accept);
        run.sensor.finish();
        assertThat(run.gap("frames missing")).isEqualTo(1);
        assertThat(run.gap("trace bytes skipped")).isEqualTo(100);
        assertThat(run.of("ps/stop")).hasSize(1);
        assertThat(run.sensor.counts().frames()).isEqualTo(facts.size() - 1L);
    }

    private static byte[] damaged(byte[] whole, SplittableRandom random) {
        byte[] damaged = whole.clone();
        for (int i = random.nextInt(30); i >= 0; i--) {
            damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
        }
        return damaged;
    }

    private static byte[] stream(List<RawFact> facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        facts.forEach(new FactWriter(out)::write);
        return out.toByteArray();
    }
}
