package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.Facts;

/// The wineserver's closes meet the kernel's counts and contents.
class WineSensorContentsTest {
    private static final String COUNTS = "closes without byte counts";
    private static final String CONTENT = "closes without content";
    private static final String PROCESS = "closes without a process";

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();
    private final Opening file = Opening.writing("C:\\a", 0x64);

    @Test
    void theKernelMayBeHeardFirst() {
        guest.counted(file, 3, 5).content(file, "hello").lag(7).open(SPEC, file).close(SPEC, file);
        Run run = run();
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("read")).contains("3");
        assertThat(close.value("sha256")).contains(Run.SHA256_OF_HELLO);
        run.hasNoGaps();
    }

    @Test
    void aCloseStandsBeforeWhatCameWhileItWaitedForItsCounts() {
        guest.open(SPEC, file).close(SPEC, file);
        new GuestRegistry(guest, SPEC).create(0, "\\Registry\\Machine\\New", 0x10);
        guest.counted(file, 0, 5).content(file, "hello");
        assertThat(run().records)
                .extracting(MarkIIRecord::kind)
                .containsExactly("ps/start", "file/close", "reg/create");
    }

    @Test
    void whatWasCountedBeforeACloseIsAboutAnotherDescriptor() {
        guest.counted(file, 9, 9)
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 3, 5)
                .content(file, "hello");
        MarkIIRecord close = run().only("file/close");
        assertThat(close.value("read")).contains("3");
        assertThat(close.value("write")).contains("5");
    }

    @Test
    void whatAFileHeldBeforeACloseIsNotWhatItHeldThen() {
        guest.content(file, "old").open(SPEC, file).close(SPEC, file).counted(file, 0, 5);
        Run run = run();
        assertThat(run.only("file/close").value("sha256")).isEmpty();
        assertThat(run.gap(CONTENT)).isEqualTo(1);
    }

    @Test
    void twoVersionsInARowHaveEachTheirOwnHash() {
        guest.open(SPEC, file.making())
                .close(SPEC, file)
                .counted(file, 0, 5)
                .content(file, "hello")
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 0, 2)
                .content(file, "hi");
        Run run = run();
        assertThat(run.values("file/close", "size")).containsExactly("5", "2");
        assertThat(run.values("file/close", "write")).containsExactly("5", "2");
        assertThat(run.values("file/close", "new")).containsExactly("1", "0");
        assertThat(run.values("file/close", "sha256")).doesNotHaveDuplicates();
        run.hasNoGaps();
    }

    @Test
    void theKernelMayBeHeardFirstOfTwoVersionsToo() {
        guest.pause(1)
                .counted(file, 0, 5)
                .content(file, "hello")
                .pause(1)
                .counted(file, 0, 2)
                .content(file, "hi")
                .lag(1_020)
                .open(SPEC, file.making())
                .close(SPEC, file)
                .lag(20)
                .open(SPEC, file)
                .close(SPEC, file);
        Run run = run();
        assertThat(run.values("file/close", "size")).containsExactly("5", "2");
        assertThat(run.values("file/close", "write")).containsExactly("5", "2");
        run.hasNoGaps();
    }

    @Test
    void aLargeFileThatTakesLongToShipHoldsUpTheOthersAndLosesNothing() {
        Opening other = Opening.writing("C:\\other", 0x68).making();
        guest.open(SPEC, file.making())
                .close(SPEC, file)
                .counted(file, 0, 5)
                .counted(other, 0, 2)
                .closed(file.path(), file.inode(), 5)
                .pause(15)
                .shipped(new byte[] {1, 2, 3})
                .pause(15)
                .shipped(new byte[] {4, 5})
                .ended(5, RawFact.Ending.COMPLETE)
                .lag(30_020)
                .open(SPEC, other)
                .close(SPEC, other)
                .pause(5)
                .content(other, "hi");
        Run run = run();
        assertThat(run.values("file/close", "size")).containsExactlyInAnyOrder("5", "2");
        assertThat(run.values("file/close", "write")).containsExactlyInAnyOrder("5", "2");
        assertThat(run.values("file/close", "sha256")).doesNotHaveDuplicates().doesNotContain("-");
        run.hasNoGaps();
    }

    @Test
    void twoHandlesOfOneFileMayShareOneCloseOfTheKernel() {
        Opening other = Opening.writing("C:\\a", 0x68);
        guest.open(SPEC, file)
                .open(SPEC, other)
                .close(SPEC, file)
                .close(SPEC, other)
                .counted(file, 0, 2)
                .counted(other, 0, 3)
                .content(file, "hello");
        Run run = run();
        assertThat(run.values("file/close", "write")).containsExactly("2", "3");
        assertThat(run.values("file/close", "sha256"))
                .containsExactly(Run.SHA256_OF_HELLO, Run.SHA256_OF_HELLO);
        run.hasNoGaps();
    }

    @Test
    void aFileThatWasOpenedForItsAttributesOnlyIsNotClosed() {
        guest.write(SPEC, file, "hello")
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 0, 0)
                .content(file, "hello");
        Run run = run();
        assertThat(run.of("file/close")).hasSize(1);
        run.hasNoGaps();
    }

    @Test
    void aFileThatWasOnlyReadThroughAWritingHandleIsClosed() {
        guest.write(SPEC, file, "hello")
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 5, 0)
                .content(file, "hello");
        assertThat(run().values("file/close", "read")).containsExactly("0", "5");
    }

    @Test
    void aFileThatWasEmptiedIsClosedThoughNothingWasWritten() {
        guest.write(SPEC, file, "")
                .open(SPEC, file.overwriting())
                .close(SPEC, file)
                .counted(file, 0, 0)
                .content(file, "");
        assertThat(run().values("file/close", "write")).containsExactly("0", "0");
    }

    @Test
    void aFileThatChangedThoughNoByteWasCountedIsClosed() {
        guest.write(SPEC, file, "hello")
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 0, 0)
                .content(file, "mapped");
        assertThat(run().values("file/close", "size")).containsExactly("5", "6");
    }

    @Test
    void countsThatNeverComeAreMissingFromTheRecordAndCounted() {
        guest.open(SPEC, file.making()).close(SPEC, file).content(file, "hello");
        Run run = begin();
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.of("file/close")).isEmpty();
        go(run, guest.pause(3).note("later"));
        go(run, guest.pause(1).note("much later"));
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("read")).isEmpty();
        assertThat(close.value("write")).isEmpty();
        assertThat(close.value("sha256")).contains(Run.SHA256_OF_HELLO);
        assertThat(run.gap(COUNTS)).isEqualTo(1);
        assertThat(run.gap(CONTENT)).isZero();
    }

    @Test
    void contentThatNeverComesIsMissingFromTheRecordAndCounted() {
        guest.open(SPEC, file.making()).close(SPEC, file).counted(file, 0, 5);
        Run run = begin();
        guest.facts().forEach(run.sensor::accept);
        go(run, guest.pause(9).note("later"));
        assertThat(run.of("file/close")).isEmpty();
        go(run, guest.pause(2).note("much later"));
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("write")).contains("5");
        assertThat(close.value("sha256")).isEmpty();
        assertThat(close.value("size")).isEmpty();
        assertThat(run.gap(CONTENT)).isEqualTo(1);
        assertThat(run.gap(COUNTS)).isZero();
    }

    @Test
    void aCloseThatNobodyAskedForIsCountedOnTheDriveOnly() {
        guest.content("C:\\who", 1, "x").content("/wine/system.reg", 2, "y");
        Run run = run();
        assertThat(run.of("file/close")).isEmpty();
        assertThat(run.gap(PROCESS)).isEqualTo(1);
    }

    @Test
    void aFileThatCameInPartIsClosedWithoutHashes() {
        guest.open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 0, 999)
                .closed("C:\\a", file.inode(), 999)
                .shipped(new byte[10])
                .ended(10, RawFact.Ending.CUT);
        Run run = run();
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("sha256")).isEmpty();
        assertThat(close.value("pe")).isEmpty();
        assertThat(close.value("size")).contains("999");
        assertThat(run.gap("files cut or not kept")).isEqualTo(1);
    }

    @Test
    void aFileWhoseBytesAreInterruptedIsClosedWithoutHashes() {
        guest.open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 0, 5)
                .closed("C:\\a", file.inode(), 5)
                .shipped(new byte[2])
                .note("another fact");
        Run run = run();
        assertThat(run.only("file/close").value("sha256")).isEmpty();
        assertThat(run.gap("files cut or not kept")).isEqualTo(1);
    }

    @Test
    void theImageOfAProcessIsWhatWasLastClosedThere() throws Exception {
        guest.write(SPEC, Opening.writing("C:\\windows\\tmp.bin", 0x64), "hello")
                .renamed(SPEC, "C:\\windows\\tmp.bin", Child.IMAGE)
                .child(SPEC, Child.of(0x200, 21));
        MarkIIRecord child = knowing("old").of("ps/start").getLast();
        assertThat(child.value("psPath")).contains(Child.IMAGE);
        assertThat(child.value("sha256")).contains(Run.SHA256_OF_HELLO);
        try (Stream<Path> kept = Files.list(directory.resolve("files"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void afterTheKernelsQueueOverflowedNoOldHashIsBelieved() {
        guest.lost(1).child(SPEC, Child.of(0x200, 21));
        Run run = knowing("old");
        assertThat(run.of("ps/start").getLast().value("sha256")).isEmpty();
        assertThat(run.gap("kernel queue overflows")).isEqualTo(1);
    }

    @Test
    void otherLossesAreCountedAndOldHashesStayBelieved() {
        guest.lost(2).lost(3).lost(4).child(SPEC, Child.of(0x200, 21));
        Run run = knowing("known");
        assertThat(run.of("ps/start").getLast().value("sha256")).contains("known");
        assertThat(run.gap("names that were gone when asked for")).isEqualTo(1);
        assertThat(run.gap("byte counts lost")).isEqualTo(2);
        assertThat(run.gap("kernel queue overflows")).isZero();
    }

    private Run knowing(String sha256) {
        Run run = new Run(directory, Map.of("C:\\Windows\\Child.exe", Facts.program(sha256)));
        run.sensor.startRecording(Run.GO, Run.GO_NANOS, Optional.empty());
        guest.facts().forEach(run.sensor::accept);
        run.sensor.finish();
        return run;
    }

    private Run begin() {
        Run run = new Run(directory, Map.of());
        run.sensor.startRecording(Run.GO, Run.GO_NANOS, Optional.empty());
        return run;
    }

    private static void go(Run run, Guest guest) {
        List<RawFact> facts = guest.facts();
        run.sensor.accept(facts.getLast());
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
