package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;
import static org.tsurutus.sensor.Guest.SPEC_PID;

import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Who opened disks as raw sectors, and who wrote where.
class WineSensorDisksTest {
    private static final String DISK = "\\\\.\\PhysicalDrive0";
    private static final int CHILD_PID = 0x11c;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen().child(SPEC, Child.of(CHILD_PID, 21));

    @Test
    void aRawDiskIsNotedWithWhoOpenedIt() {
        guest.open(SPEC, Opening.disk("PhysicalDrive0", 0x64))
                .open(SPEC, Opening.disk("C:", 0x68))
                .write(SPEC, Opening.writing("C:\\file", 0x6c), "x");
        Run run = run();
        assertThat(run.sensor.rawDiskOpens())
                .extracting(RawDiskOpen::path)
                .containsExactly(DISK, "C:");
        assertThat(run.sensor.rawDiskOpens().getFirst())
                .satisfies(open -> {
                    assertThat(open.psPath()).isEqualTo("C:\\spec.exe");
                    assertThat(open.psGuid())
                            .isEqualTo(run.values("ps/start", "psGUID").getFirst());
                    assertThat(open.forWriting()).isTrue();
                    assertThat(open.time().getOffset()).isEqualTo(Run.PC.zone());
                });
    }

    @Test
    void changedSectorsAreThoseOfTheProcessThatWroteThereLast() {
        guest.open(SPEC, Opening.disk("PhysicalDrive0", 0x64))
                .open(21, Opening.disk("PhysicalDrive0", 0x64).withDescriptor(0x68))
                .rawWrite(SPEC_PID, 0, 1_024)
                .rawWrite(CHILD_PID, 512, 512)
                .rawWrite(0x999, 0, 4_096);
        Run run = run();
        changed(run, 0, 1);
        changed(run, 0, 2);
        changed(run, 1, 1);
        changed(run, 2, 1);
        assertThat(run.values("disk/write", "psPath"))
                .containsExactly("C:\\spec.exe", Child.IMAGE, Child.IMAGE, "-");
        assertThat(run.values("disk/write", "lba")).containsExactly("0", "0", "1", "2");
        assertThat(run.values("disk/write", "sectors")).containsExactly("1", "2", "1", "1");
        assertThat(run.values("disk/write", "oldSha256")).containsOnly("aa");
        assertThat(run.values("disk/write", "newSha256")).containsOnly("bb");
        assertThat(run.values("disk/write", "structure")).containsOnly("slack");
    }

    @Test
    void whereTheKernelSawNobodyTheOnlyOneWhoCouldWriteIsNamed() {
        guest.open(SPEC, Opening.disk("PhysicalDrive0", 0x64))
                .open(SPEC, Opening.disk("physicaldrive0", 0x68));
        Run run = run();
        changed(run, 0, 1);
        run.sensor.sectorsChanged(
                Run.GO.plusSeconds(9), "\\\\.\\PhysicalDrive1", 7, 2, "", "", Optional.empty());
        assertThat(run.values("disk/write", "psPath")).containsExactly("C:\\spec.exe", "-");
    }

    @Test
    void ofTwoWhoCouldWriteNoneIsNamed() {
        guest.open(SPEC, Opening.disk("PhysicalDrive0", 0x64))
                .open(21, Opening.disk("PhysicalDrive0", 0x64).withDescriptor(0x68));
        Run run = run();
        changed(run, 0, 1);
        assertThat(run.only("disk/write").value("psGUID")).isEmpty();
    }

    private static void changed(Run run, long lba, long sectors) {
        run.sensor.sectorsChanged(
                Run.GO.plusSeconds(9), DISK, lba, sectors, "aa", "bb", Optional.of("slack"));
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
