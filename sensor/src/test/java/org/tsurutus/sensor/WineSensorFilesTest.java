package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.Closes;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.PeFacts;

class WineSensorFilesTest {
    private static final Optional<PeFacts> X86 =
            Optional.of(new PeFacts("x86", Optional.empty(), Optional.empty()));
    private static final String WRITE = "40100080";
    private static final String DELETE = "00110000";
    private static final String SHA256_OF_HELLO =
            "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir private Path directory;
    private final Guest guest = new Guest();

    @BeforeEach
    void aProgramRuns() {
        guest.started("0094", "0098", "C:\\spec.exe");
    }

    @Test
    void aNewFileIsCreatedAndClosedByTheProcessThatOpenedIt() {
        guest.openRequest("0098", WRITE, 5, "60", "00000040", "C:\\New.txt")
                .created("/wine/drive_c/New.txt")
                .reply("0098", "create_file", "handle=0064")
                .close("0098", "0064")
                .closed("/wine/drive_c/New.txt", "hello");
        Run run = run();
        MarkIIRecord close = run.only("file/close");
        assertThat(run.values("file/create", "path")).containsExactly("C:\\New.txt");
        assertThat(close.value("path")).contains("C:\\New.txt");
        assertThat(close.value("psPath")).contains("C:\\spec.exe");
        assertThat(close.value("psGUID")).isEqualTo(run.only("ps/start").value("psGUID"));
        assertThat(close.value("sha256")).contains(SHA256_OF_HELLO);
        assertThat(close.value("size")).contains("5");
        assertThat(close.value("new")).contains("1");
        assertThat(close.value("pe")).contains("0");
        assertThat(close.value("read")).isEmpty();
        assertThat(close.value("write")).isEmpty();
        assertThat(directory.resolve("files").resolve(SHA256_OF_HELLO)).hasContent("hello");
    }

    @Test
    void theKernelsCloseMayComeBeforeTheTrace() {
        guest.created("/wine/drive_c/a")
                .closed("/wine/drive_c/a", "hello")
                .open("0098", WRITE, 2, "60", "C:\\a", "0064")
                .close("0098", "0064");
        Run run = run();
        assertThat(run.only("file/close").value("new")).contains("1");
        assertThat(run.of("file/create")).hasSize(1);
        assertThat(run.gap("closes without a process")).isZero();
    }

    @Test
    void anOpenThatTheKernelDoesNotReportAsNewIsNoCreation() {
        guest.open("0098", WRITE, 5, "60", "C:\\old", "0064")
                .close("0098", "0064")
                .closed("/wine/drive_c/old", "hello");
        Run run = run();
        assertThat(run.of("file/create")).isEmpty();
        assertThat(run.only("file/close").value("new")).contains("0");
    }

    @Test
    void aReadingHandleClosesNothing() {
        guest.open("0098", "80100080", 1, "60", "C:\\read", "0064").close("0098", "0064");
        assertThat(run().of("file/close")).isEmpty();
    }

    @Test
    void aDirectoryIsCreatedAndDeletedAsOne() {
        guest.openRequest("0098", "00100001", 2, "4021", "00000040", "C:\\dir")
                .created("/wine/drive_c/dir")
                .reply("0098", "create_file", "handle=0064")
                .close("0098", "0064")
                .open("0098", DELETE, 1, "21", "C:\\dir", "0064")
                .call("0098", "set_fd_disp_info", "handle=0064, unlink=1", "")
                .close("0098", "0064")
                .deleted("/wine/drive_c/dir");
        Run run = run();
        assertThat(run.values("file/createDir", "path")).containsExactly("C:\\dir");
        assertThat(run.values("file/delDir", "path")).containsExactly("C:\\dir");
    }

    @Test
    void aFileThatGoesOnCloseIsDeletedOnlyIfTheKernelSaysSo() {
        guest.open("0098", DELETE, 1, "1040", "C:\\gone", "0064")
                .deleted("/wine/drive_c/gone")
                .close("0098", "0064")
                .open("0098", DELETE, 1, "1040", "C:\\stays", "0064")
                .close("0098", "0064");
        assertThat(run().values("file/del", "path")).containsExactly("C:\\gone");
    }

    @Test
    void aDeletionThatWasTakenBackIsNone() {
        guest.open("0098", DELETE, 1, "1040", "C:\\kept", "0064")
                .call("0098", "set_fd_disp_info", "handle=0064, unlink=0", "")
                .close("0098", "0064")
                .deleted("/wine/drive_c/kept");
        Run run = run();
        assertThat(run.of("file/del")).isEmpty();
        assertThat(run.gap("deletions without a process")).isEqualTo(1);
    }

    @Test
    void aFileRenamedWhileItIsOpenIsClosedUnderItsNewName() {
        guest.open("0098", WRITE, 5, "60", "C:\\a.tmp", "0064")
                .open("0098", DELETE, 1, "20", "C:\\a.tmp", "0068")
                .trace(rename("0068", "C:\\a.exe", "/wine/dosdevices/c:/a.exe"))
                .moved("/wine/drive_c/a.tmp", "/wine/drive_c/a.exe")
                .reply("0098", "set_fd_name_info", "")
                .close("0098", "0068")
                .close("0098", "0064")
                .closed("/wine/drive_c/a.exe", "hello");
        Run run = run();
        assertThat(run.only("file/rename").value("path")).contains("C:\\a.tmp");
        assertThat(run.only("file/rename").value("dstPath")).contains("C:\\a.exe");
        assertThat(run.only("file/close").value("path")).contains("C:\\a.exe");
    }

    @Test
    void factsOfAWholeLifeMayComeBeforeItsTrace() {
        guest.created("/wine/drive_c/a")
                .moved("/wine/drive_c/a", "/wine/drive_c/b")
                .closed("/wine/drive_c/b", "hello")
                .deleted("/wine/drive_c/b")
                .open("0098", "c0110000", 2, "60", "C:\\a", "0064")
                .trace(rename("0064", "C:\\b", "/wine/dosdevices/c:/b"))
                .reply("0098", "set_fd_name_info", "")
                .call("0098", "set_fd_disp_info", "handle=0064, unlink=1", "")
                .close("0098", "0064");
        Run run = run();
        assertThat(run.values("file/create", "path")).containsExactly("C:\\a");
        assertThat(run.values("file/rename", "dstPath")).containsExactly("C:\\b");
        assertThat(run.values("file/close", "path")).containsExactly("C:\\b");
        assertThat(run.values("file/del", "path")).containsExactly("C:\\b");
    }

    @Test
    void aHardLinkIsANewNameAndNoRename() {
        guest.open("0098", "80100080", 1, "60", "C:\\a", "0064")
                .trace(rename("0064", "C:\\b", "/wine/dosdevices/c:/b").replace("link=0", "link=1"))
                .created("/wine/drive_c/b")
                .reply("0098", "set_fd_name_info", "");
        Run run = run();
        assertThat(run.of("file/rename")).isEmpty();
        assertThat(run.values("file/create", "path")).containsExactly("C:\\b");
    }

    @Test
    void aNameRelativeToADirectoryIsJoined() {
        guest.open("0098", "00100001", 1, "21", "C:\\dir", "0060")
                .trace(
                        "0098: create_file( access=40100080, sharing=00000000, create=2,"
                                + " options=00000060, attrs=00000000, objattr={rootdir=0060,"
                                + "attributes=00000040,sd={},name=L\"sub.txt\"}, filename=\"./sub.txt\" )")
                .created("/wine/drive_c/dir/sub.txt")
                .reply("0098", "create_file", "handle=0064");
        assertThat(run().values("file/create", "path")).containsExactly("C:\\dir\\sub.txt");
    }

    @Test
    void aDeadProcessStillOwnsTheCloseThatFollows() {
        guest.open("0098", WRITE, 5, "60", "C:\\late", "0064")
                .trace("0098: *killed* exit_code=0", "0094: *process killed*")
                .closed("/wine/drive_c/late", "hello");
        Run run = run();
        assertThat(run.only("file/close").value("psPath")).contains("C:\\spec.exe");
        assertThat(run.only("ps/stop").value("sTime")).isPresent();
    }

    @Test
    void theLastWriterOwnsACloseThatNoHandleExplains() {
        guest.open("0098", WRITE, 5, "60", "C:\\cached", "0064")
                .closed("/wine/drive_c/cached", "hello")
                .pause(3)
                .trace("0098: *wakeup* signaled=0")
                .close("0098", "0064");
        Run run = run();
        assertThat(run.of("file/close")).hasSize(1);
    }

    @Test
    void aCloseThatNobodyAskedForIsCountedOnTheDriveOnly() {
        guest.closed("/wine/drive_c/who", "x").closed("/wine/system.reg", "y");
        Run run = run();
        assertThat(run.of("file/close")).isEmpty();
        assertThat(run.gap("closes without a process")).isEqualTo(1);
    }

    @Test
    void aFileThatCameInPartIsClosedWithoutHashes() {
        guest.open("0098", WRITE, 5, "60", "C:\\big", "0064").close("0098", "0064");
        List<RawFact> facts = new ArrayList<>(guest.facts());
        long next = facts.size();
        long nanos = guest.nanos();
        facts.add(Closes.of(next, nanos, 1, 999, "/wine/drive_c/big"));
        facts.add(new RawFact.Content(next + 1, nanos, 1, ByteBuffer.wrap(new byte[10])));
        facts.add(new RawFact.ClosedEnd(next + 2, nanos, 1, 10, RawFact.Ending.CUT));
        Run run = Run.of(directory, facts);
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("sha256")).isEmpty();
        assertThat(close.value("pe")).isEmpty();
        assertThat(close.value("size")).contains("999");
        assertThat(run.gap("files cut or not kept")).isEqualTo(1);
    }

    @Test
    void theImageOfAProcessIsWhatWasLastClosedThere() throws Exception {
        FileFacts old = new FileFacts(1, "m", "s1", "old", X86);
        guest.open("0098", WRITE, 5, "60", "C:\\windows\\tmp.bin", "0064")
                .close("0098", "0064")
                .closed("/wine/drive_c/windows/tmp.bin", "hello")
                .open("0098", DELETE, 1, "20", "C:\\windows\\tmp.bin", "0068")
                .moved("/wine/drive_c/windows/tmp.bin", "/wine/drive_c/windows/child.exe")
                .trace(rename("0068", "C:\\windows\\child.exe", "/wine/drive_c/windows/child.exe"))
                .reply("0098", "set_fd_name_info", "")
                .child("0098", "00000000", "hstdin=0000,hstdout=0000,hstderr=0000", "0200", "0204");
        Run run = new Run(directory, Map.of("C:\\Windows\\Child.exe", old));
        run.sensor.startRecording(Run.GO, 0);
        guest.facts().forEach(run.sensor::accept);
        MarkIIRecord child = run.of("ps/start").getLast();
        assertThat(child.value("psPath")).contains("C:\\windows\\child.exe");
        assertThat(child.value("sha256")).contains(SHA256_OF_HELLO);
        assertThat(child.value("cmd")).contains("one \"two\"");
        try (Stream<Path> kept = Files.list(directory.resolve("files"))) {
            assertThat(kept).hasSize(1);
        }
    }

    @Test
    void afterTheKernelsQueueOverflowedNoOldHashIsBelieved() {
        FileFacts old = new FileFacts(1, "m", "s1", "old", X86);
        guest.lost()
                .child("0098", "00000000", "hstdin=0000,hstdout=0000,hstderr=0000", "0200", "0204");
        Run run = new Run(directory, Map.of("C:\\Windows\\Child.exe", old));
        run.sensor.startRecording(Run.GO, 0);
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.of("ps/start").getLast().value("sha256")).isEmpty();
        assertThat(run.gap("kernel queue overflows")).isEqualTo(1);
    }

    @Test
    void aNameThatWasGoneIsCountedAndOldHashesStayBelieved() {
        FileFacts known = new FileFacts(1, "m", "s1", "known", X86);
        guest.lost(2)
                .child("0098", "00000000", "hstdin=0000,hstdout=0000,hstderr=0000", "0200", "0204");
        Run run = new Run(directory, Map.of("C:\\Windows\\Child.exe", known));
        run.sensor.startRecording(Run.GO, 0);
        guest.facts().forEach(run.sensor::accept);
        assertThat(run.of("ps/start").getLast().value("sha256")).contains("known");
        assertThat(run.gap("names that were gone when asked for")).isEqualTo(1);
        assertThat(run.gap("kernel queue overflows")).isZero();
    }

    @Test
    void aRawDiskIsNotedWithWhoOpenedIt() {
        theRawDiskIsOpened();
        Run run = run();
        assertThat(run.sensor.rawDiskOpens())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.path()).isEqualTo("\\\\.\\PhysicalDrive0");
                    assertThat(open.psPath()).isEqualTo("C:\\spec.exe");
                    assertThat(open.forWriting()).isTrue();
                });
    }

    @Test
    void changedSectorsAreRecordedForTheOneProcessThatCouldWriteThem() {
        theRawDiskIsOpened();
        Run run = run();
        run.sensor.sectorsChanged(Run.GO.plusSeconds(9), "\\\\.\\PhysicalDrive0", 0, 1, "aa", "bb");
        run.sensor.sectorsChanged(Run.GO.plusSeconds(9), "\\\\.\\PhysicalDrive1", 7, 2, "cc", "dd");
        assertThat(run.values("disk/write", "psPath")).containsExactly("C:\\spec.exe", "-");
        assertThat(run.values("disk/write", "lba")).containsExactly("0", "7");
        assertThat(run.values("disk/write", "sectors")).containsExactly("1", "2");
        assertThat(run.values("disk/write", "oldSha256")).containsExactly("aa", "cc");
        assertThat(run.values("disk/write", "newSha256")).containsExactly("bb", "dd");
    }

    private void theRawDiskIsOpened() {
        guest.trace(
                        "0098: create_file( access=c0100080, sharing=00000003, create=1,"
                                + " options=00000060, attrs=00000000, objattr={rootdir=0000,"
                                + "attributes=00000040,sd={},name=L\"\\\\??\\\\PhysicalDrive0\"},"
                                + " filename=\"/wine/dosdevices/physicaldrive0\" )")
                .reply("0098", "create_file", "handle=0064");
    }

    private static String rename(String handle, String path, String unix) {
        return "0098: set_fd_name_info( handle="
                + handle
                + ", rootdir=0000, namelen=68, link=0, replace=1, name=L\"\\\\??\\\\"
                + path.replace("\\", "\\\\")
                + "\", filename=\""
                + unix
                + "\" )";
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
