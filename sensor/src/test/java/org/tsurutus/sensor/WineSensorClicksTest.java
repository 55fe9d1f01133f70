package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.sensor.fact.RawFact;

/// What the lab's clicker did becomes records.
class WineSensorClicksTest {
    private static final long MILLI = 1_000_000;

    @TempDir private Path directory;

    @Test
    void aClickHasTheTimeOfThePressAndAllThatWasDone() {
        Run run = recording();
        run.sensor.clicked(click(Run.GO_NANOS + 1500 * MILLI, "Yes", "", "yes"));
        run.sensor.finish();

        MarkIIRecord click = run.only("screen/click");
        assertThat(MarkIIWriter.line(click))
                .startsWith("11/22/2026 12:04:06.500 +0900 loc=en-US type=ITM2 sn=1 lv=5 ")
                .contains(" evt=screen subEvt=click os=Win com=\"LAB01\" ")
                .endsWith(
                        " panel=dialog control=button label=\"Yes\" box=\"1,2,75,23\""
                                + " how=\"click\" word=\"yes\" reason=\"affirmative\""
                                + " effect=changed reaction=80 frame=\"0123456789abcdef\"");
        assertThat(click.value("psGUID")).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void whatWasTypedIsToldAndAWordThatIsNoneIsNot() {
        Run run = recording();
        run.sensor.clicked(click(Run.GO_NANOS, "", "user1234", ""));
        run.sensor.finish();

        MarkIIRecord click = run.only("screen/click");
        assertThat(click.value("typed")).contains("user1234");
        assertThat(click.value("label")).contains("");
        assertThat(click.value("word")).isEmpty();
    }

    @Test
    void aLabelCannotForgeALineOrFillTheLog() {
        Run run = recording();
        run.sensor.clicked(click(Run.GO_NANOS, "OK\" \nevt=ps" + "x".repeat(9999), "", "ok"));
        run.sensor.finish();

        MarkIIRecord click = run.only("screen/click");
        assertThat(MarkIIWriter.line(click)).contains("label=\"OK\"\" ␊evt=psxxx");
        assertThat(click.value("label").orElseThrow()).hasSize(ScreenClick.LONGEST_TEXT);
    }

    @Test
    void clicksStandBetweenTheRecordsOfTheirTime() {
        Run run = recording();
        run.sensor.accept(new RawFact.Note(0, Run.GO_NANOS + 10 * MILLI, "before"));
        run.sensor.clicked(click(Run.GO_NANOS + 30 * MILLI, "second", "", "ok"));
        run.sensor.clicked(click(Run.GO_NANOS + 20 * MILLI, "first", "", "ok"));
        run.sensor.finish();

        assertThat(run.values("screen/click", "label")).containsExactly("first", "second");
        assertThat(run.values("screen/click", "sn")).containsExactly("1", "2");
    }

    @Test
    void whatWasClickedBeforeRecordingBeganIsLeftOut() {
        Run run = recording();
        run.sensor.clicked(click(Run.GO_NANOS - 5 * MILLI, "early", "", "ok"));
        run.sensor.finish();

        assertThat(run.of("screen/click")).isEmpty();
    }

    private Run recording() {
        Run run = new Run(directory, Map.of());
        run.sensor.startRecording(Run.GO, Run.GO_NANOS, Optional.empty());
        return run;
    }

    private static ScreenClick click(long nanos, String label, String typed, String word) {
        return new ScreenClick(
                nanos,
                "dialog",
                "button",
                label,
                "1,2,75,23",
                "click",
                typed,
                word,
                "affirmative",
                "changed",
                80,
                "0123456789abcdef");
    }
}
