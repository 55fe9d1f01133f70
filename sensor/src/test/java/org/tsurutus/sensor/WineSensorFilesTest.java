package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;
import static org.tsurutus.sensor.Guest.SPEC_PID;

import java.nio.file.Path;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;

/// Who opened, made, named and removed what.
class WineSensorFilesTest {
    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();
    private final Opening file = Opening.writing("C:\\New.txt", 0x64);

    @Test
    void aNewFileIsCreatedAndClosedByTheProcessThatOpenedIt() {
        guest.write(SPEC, file.making(), "hello").created("C:\\New.txt");
        Run run = run();
        MarkIIRecord close = run.only("file/close");
        assertThat(run.values("file/create", "path")).containsExactly("C:\\New.txt");
        assertThat(close.value("path")).contains("C:\\New.txt");
        assertThat(close.value("drvType")).contains("HDD");
        assertThat(close.value("psPath")).contains("C:\\spec.exe");
        assertThat(close.value("psGUID")).isEqualTo(run.only("ps/start").value("psGUID"));
        assertThat(close.value("read")).contains("0");
        assertThat(close.value("write")).contains("5");
        assertThat(close.value("sha256")).contains(Run.SHA256_OF_HELLO);
        assertThat(close.value("size")).contains("5");
        assertThat(close.value("pe")).contains("0");
        assertThat(close.value("new")).contains("1");
        assertThat(directory.resolve("files").resolve(Run.SHA256_OF_HELLO)).hasContent("hello");
        run.hasNoGaps();
    }

    @Test
    void aFileThatWasThereIsNoCreation() {
        guest.write(SPEC, file, "hello");
        Run run = run();
        assertThat(run.of("file/create")).isEmpty();
        assertThat(run.only("file/close").value("new")).contains("0");
    }

    @Test
    void aReadingHandleClosesNothing() {
        guest.read(SPEC, Opening.reading("C:\\read", 0x64), 5);
        Run run = run();
        assertThat(run.of("file/close")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void theNameIsSpeltAsTheProgramDidUnlessTheFileIsAnother() {
        guest.write(SPEC, Opening.writing("C:\\WINDOWS\\New.TXT", 0x64).making(), "hello");
        assertThat(run().values("file/create", "path")).containsExactly("C:\\WINDOWS\\New.TXT");
    }

    @Test
    void aDirectoryIsCreatedAndDeletedAsOne() {
        Opening folder = Opening.directory("C:\\dir", 0x64);
        guest.open(SPEC, folder.making())
                .created("C:\\dir")
                .close(SPEC, folder)
                .removedDirectory(SPEC, "C:\\dir")
                .deleted("C:\\dir");
        Run run = run();
        assertThat(run.values("file/createDir", "path")).containsExactly("C:\\dir");
        assertThat(run.values("file/delDir", "path")).containsExactly("C:\\dir");
        assertThat(run.of("file/close")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void aNameRelativeToADirectoryIsJoined() {
        guest.open(SPEC, Opening.directory("C:\\dir", 0x60))
                .open(SPEC, Opening.writing("sub\\x.txt", 0x64).relativeTo(0x60).making());
        assertThat(run().values("file/create", "path")).containsExactly("C:\\dir\\sub\\x.txt");
    }

    @Test
    void aFileThatGoesOnCloseIsDeletedByItsOpenerWhoeverCausedTheClose() {
        guest.open(SPEC, file)
                .child(SPEC, Child.of(0x11c, 21))
                .serverCloses(21, file)
                .removed(21, "C:\\New.txt")
                .counted(file, 0, 0)
                .content(file, "")
                .deleted("C:\\New.txt");
        Run run = run();
        assertThat(run.values("file/del", "path")).containsExactly("C:\\New.txt");
        assertThat(run.values("file/del", "psPath")).containsExactly("C:\\spec.exe");
        run.hasNoGaps();
    }

    @Test
    void aNameThatIsRemovedPastAnyHandleIsTheCallers() {
        guest.removed(SPEC, "C:\\gone").removed(SPEC, "/wine/system.reg.tmp");
        assertThat(run().values("file/del", "path")).containsExactly("C:\\gone");
    }

    @Test
    void aFileRenamedWhileItIsOpenIsClosedUnderItsNewName() {
        guest.open(SPEC, file)
                .renamed(SPEC, "C:\\New.txt", "C:\\a.exe")
                .moved("C:\\New.txt", "C:\\a.exe")
                .close(SPEC, file)
                .counted(file, 0, 5)
                .content("C:\\a.exe", file.inode(), "hello");
        Run run = run();
        assertThat(run.only("file/rename").value("path")).contains("C:\\New.txt");
        assertThat(run.only("file/rename").value("dstPath")).contains("C:\\a.exe");
        assertThat(run.only("file/close").value("path")).contains("C:\\a.exe");
        run.hasNoGaps();
    }

    @Test
    void aRenamedDirectoryTakesItsOpenFilesAlong() {
        Opening below = Opening.writing("C:\\dir\\sub\\x", 0x68);
        Opening beside = Opening.writing("C:\\dirty\\y", 0x6c);
        guest.open(SPEC, Opening.directory("C:\\dir", 0x64))
                .open(SPEC, below)
                .open(SPEC, beside)
                .renamed(SPEC, "C:\\dir", "C:\\other")
                .close(SPEC, below)
                .counted(below, 0, 1)
                .content("C:\\other\\sub\\x", below.inode(), "x")
                .close(SPEC, beside)
                .counted(beside, 0, 1)
                .content(beside, "y");
        Run run = run();
        assertThat(run.values("file/renameDir", "path")).containsExactly("C:\\dir");
        assertThat(run.values("file/renameDir", "dstPath")).containsExactly("C:\\other");
        assertThat(run.of("file/rename")).isEmpty();
        assertThat(run.values("file/close", "path"))
                .containsExactly("C:\\other\\sub\\x", "C:\\dirty\\y");
    }

    @Test
    void aHardLinkIsANewNameAndNoRename() {
        guest.linked(SPEC, "C:\\a", "C:\\b").created("C:\\b");
        Run run = run();
        assertThat(run.of("file/rename")).isEmpty();
        assertThat(run.values("file/create", "path")).containsExactly("C:\\b");
        run.hasNoGaps();
    }

    @Test
    void anOpeningThatCameToNothingLeavesNoTrace() {
        guest.refused(SPEC, file).counted(file, 0, 0).content(file, "old");
        Run run = run();
        assertThat(run.of("file/close")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void whatTheKernelSaysOfARefusedOpeningIsNotTakenForTheNextOne() {
        guest.refused(SPEC, file)
                .counted(file, 0, 0)
                .content(file, "old")
                .open(SPEC, file)
                .close(SPEC, file)
                .counted(file, 2, 5)
                .content(file, "hello");
        MarkIIRecord close = run().only("file/close");
        assertThat(close.value("read")).contains("2");
        assertThat(close.value("write")).contains("5");
        assertThat(close.value("sha256")).contains(Run.SHA256_OF_HELLO);
    }

    @Test
    void aProcessThatWasKilledStillOwnsTheCloseOfItsFile() {
        guest.child(SPEC, Child.of(0x11c, 21))
                .open(21, file.making())
                .dies(21)
                .serverCloses(SPEC, file)
                .counted(file, 0, 5)
                .content(file, "hello");
        Run run = run();
        MarkIIRecord close = run.only("file/close");
        assertThat(close.value("psGUID")).isEqualTo(run.only("ps/stop").value("psGUID"));
        assertThat(close.value("psPath")).contains(Child.IMAGE);
    }

    @Test
    void aFileWithTheContentOfOneThatWasReadIsACopy() {
        Opening source = Opening.reading("C:\\source", 0x60);
        guest.write(SPEC, Opening.writing("C:\\source", 0x60), "hello")
                .read(SPEC, source, 5)
                .write(SPEC, file.making(), "hello");
        Run run = run();
        MarkIIRecord copy = run.only("file/copy");
        assertThat(copy.value("path")).contains("C:\\source");
        assertThat(copy.value("dstPath")).contains("C:\\New.txt");
        assertThat(copy.value("dstDrv")).contains("HDD");
        assertThat(copy.value("sha256")).contains(Run.SHA256_OF_HELLO);
        assertThat(run.of("file/close")).hasSize(2);
    }

    @Test
    void aFileThatWasOpenedAndNotReadIsNotCopied() {
        guest.write(SPEC, Opening.writing("C:\\source", 0x60), "hello")
                .read(SPEC, Opening.reading("C:\\source", 0x60), 0)
                .write(SPEC, file.making(), "hello");
        assertThat(run().of("file/copy")).isEmpty();
    }

    @Test
    void anEmptyFileOrOneThatOnlyAnotherReadIsNoCopy() {
        guest.write(SPEC, Opening.writing("C:\\empty", 0x60), "")
                .read(SPEC, Opening.reading("C:\\empty", 0x60), 0)
                .write(SPEC, file.making(), "")
                .write(SPEC, Opening.writing("C:\\source", 0x60), "hello")
                .child(SPEC, Child.of(0x11c, 21))
                .read(21, Opening.reading("C:\\source", 0x60).withDescriptor(0x70), 5)
                .write(SPEC, Opening.writing("C:\\other", 0x64).making(), "hello");
        assertThat(run().of("file/copy")).isEmpty();
    }

    @Test
    void attributesAreThoseOfAProcessThatChangedThemOnTheDrive() {
        guest.attributes(SPEC_PID, "C:\\a", OptionalInt.of(2))
                .attributes(SPEC_PID, "C:\\b", OptionalInt.of(4))
                .attributes(SPEC_PID, "C:\\c", OptionalInt.empty())
                .attributes(SPEC_PID, "/etc/passwd", OptionalInt.of(2))
                .attributes(0x999, "C:\\d", OptionalInt.of(2));
        Run run = run();
        assertThat(run.values("file/chgAttr", "path")).containsExactly("C:\\a", "C:\\b");
        assertThat(run.values("file/chgAttr", "hide")).containsExactly("1", "0");
    }

    @Test
    void timesThatAreSetAreNoChangeOfAttributes() {
        guest.attributes(SPEC_PID, "C:\\a", OptionalInt.empty())
                .attributes(SPEC_PID, "C:\\b", OptionalInt.of(2))
                .attributes(SPEC_PID, "C:\\b", OptionalInt.of(2))
                .attributes(SPEC_PID, "C:\\b", OptionalInt.of(0));
        Run run = run();
        assertThat(run.values("file/chgAttr", "path")).containsExactly("C:\\b", "C:\\b");
        assertThat(run.values("file/chgAttr", "hide")).containsExactly("1", "0");
    }

    @Test
    void namesThatTheWineserverDidNotChangeAreCountedOnTheDriveOnly() {
        guest.created("C:\\made").deleted("C:\\gone").moved("C:\\a", "C:\\b").created("/tmp/x");
        assertThat(run().gap("names changed by no Windows program")).isEqualTo(3);
    }

    @Test
    void aNameMayBeSeenBeforeTheWineserverTellsOfIt() {
        guest.created("C:\\New.txt").write(SPEC, file.making(), "hello").pause(20).note("later");
        run().hasNoGaps();
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
