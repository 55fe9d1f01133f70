package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.host.Command;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;

/// A PC's date is turned back by decades while it is recorded.
@Tag("guest")
class GuestClockRunTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir Path folder;

    @Test
    void aGuestThatChangesItsClockChangesNoTimeOfTheLog() throws Exception {
        Path archive = folder.resolve("hello.tar");
        Command.of(
                        "tar",
                        "-C",
                        RealLab.examples().toString(),
                        "-cf",
                        archive.toString(),
                        "hello.bat")
                .run();
        Lan lan = Lan.open("clock", FrameTap.NONE);
        try (LanPc pc = new LanPc(lan, 1, archive, folder)) {
            pc.tell("unpack /wine/drive_c/users/lab/Desktop");
            OffsetDateTime begun = OffsetDateTime.now();
            pc.startRecording();
            pc.tell("time 946684800.000");
            int before = pc.session().noteCount();
            pc.tell(
                    "run C:\\windows\tC:\\windows\\system32\\cmd.exe /c C:\\users\\lab\\Desktop\\hello.bat");
            assertThat(pc.session().awaitNote(before, note -> note.startsWith("ended "), PATIENCE))
                    .isEqualTo("ended 5");
            List<MarkIIRecord> log = pc.finish();

            assertThat(log)
                    .filteredOn(record -> record.kind().equals("ps/start"))
                    .anyMatch(record -> record.value("cmd", "").contains("hello.bat"));
            assertThat(log)
                    .extracting(MarkIIRecord::time)
                    .allSatisfy(time ->
                            assertThat(time)
                                    .isBetween(
                                            begun.minusSeconds(1),
                                            OffsetDateTime.now().plusSeconds(1)));
        } finally {
            lan.close();
        }
    }
}
