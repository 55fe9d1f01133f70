package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.OffsetDateTime;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.run.RunDirectory;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;

class ReportPageTest {
    @TempDir private Path directory;

    @Test
    void thePageLiesInTheRunsDirectory() throws IOException {
        RunDirectory run = SampleRun.whole(directory);

        assertThat(ReportPage.write(run)).isEqualTo(directory.resolve("report.html"));
        assertThat(directory.resolve("report.html.new")).doesNotExist();
    }

    @Test
    void thePageForbidsItselfToLoadOrToRunAnything() throws IOException {
        String page = whole();

        assertThat(page)
                .contains(
                        "content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"")
                .doesNotContain("<script", "http://", "https://", "<link");
    }

    @Test
    void whatASpecimenChoseIsText() throws IOException {
        String page = whole();

        assertThat(page).doesNotContain("<img src=x", "</script>", "Cancel<b>");
        assertThat(section(page, "registry")).contains("&lt;img src=x onerror=");
        assertThat(section(page, "processes")).contains("&lt;img src=x onerror=");
    }

    @Test
    void nothingInThePageIsInvisible() throws IOException {
        String page = whole();

        assertThat(Pattern.compile("[\\p{Cc}\\p{Cf}&&[^\n]]").matcher(page).results()).isEmpty();
        assertThat(page).contains("⟨U+202E⟩fdp.exe");
        assertThat(section(page, "registry")).contains("␛[31m⟨U+202E⟩xe.exe␊");
    }

    @Test
    void theSpecimensTreeIsApartFromTheSystem() throws IOException {
        String processes = section(whole(), "processes");
        int details = processes.indexOf("<details>");
        String specimen = processes.substring(0, details);
        String system = processes.substring(details);

        assertThat(specimen)
                .contains("invoice.exe", "updater.exe", "/quiet \"two words\"")
                .contains("file/create <b>1</b>", "net/con <b>1</b>")
                .doesNotContain("launch.exe", "explorer.exe");
        assertThat(specimen.indexOf("process root"))
                .isEqualTo(specimen.lastIndexOf("process root"));
        assertThat(system)
                .contains("launch.exe", "explorer.exe", "services.exe", "named by its child only")
                .doesNotContain("updater.exe");
    }

    @Test
    void theTimelineTellsTheSpecimensRecordsInOrder() throws IOException {
        String timeline = text(section(whole(), "timeline"));

        assertThat(timeline)
                .contains("13 records")
                .containsSubsequence(
                        "0:00.000",
                        "ps/start",
                        "0:00.120",
                        "file/create",
                        "0:00.210",
                        "file/close",
                        "updater.exe, read 120, write 7, new",
                        "0:00.300",
                        "reg/setVal",
                        "0:00.900",
                        "ps/start",
                        "0:01.050",
                        "net/con",
                        "192.0.2.10 : 443",
                        "0:01.400",
                        "お知らせ.txt",
                        "0:01.600",
                        "a.txt → C:\\users\\user\\Documents\\a.txt.locked",
                        "0:01.700",
                        "winTitle=Invoice",
                        "0:02.000",
                        "disk/write",
                        "PhysicalDrive0 sector 0, 1 written",
                        "0:03.000",
                        "ended",
                        "0:03.123",
                        "screen/click",
                        "CrazyClicker",
                        "clicked \"OK\" on a dialog",
                        "0:03.200",
                        "ended")
                .doesNotContain("system-only.txt");
    }

    @Test
    void aClickInTheTimelineLeadsToItsPictures() throws IOException {
        String page = whole();

        assertThat(section(page, "timeline"))
                .contains("<a href=\"#click-1\" data-millis=\"4123\">");
        assertThat(section(page, "screens")).contains("<article class=\"click\" id=\"click-1\">");
    }

    @Test
    void clicksOnTheSameFrameLeadToTheirOwnPicturesAndOthersToNone() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        Files.writeString(run.clicks(), Files.readString(run.clicks()).repeat(2));
        String log = Files.readString(run.log(SampleRun.SHA256));
        String click = log.lines().filter(line -> line.contains("=click ")).findFirst().get();
        Files.writeString(
                run.log(SampleRun.SHA256),
                log + (click + "\n").repeat(2) + click.replace("frame=", "frame=\"\" other="));

        String timeline = section(page(run), "timeline");

        assertThat(timeline).containsOnlyOnce("\"#click-1\"").containsOnlyOnce("\"#click-2\"");
        assertThat(Pattern.compile("screen/click").matcher(timeline).results()).hasSize(4);
    }

    @Test
    void droppedFilesHaveTheirHashesAndSayWhetherTheyWereKept() throws IOException {
        String files = section(whole(), "files");

        assertThat(text(files))
                .contains("2 files", "updater.exe", "7 bytes", SampleLog.DROPPED)
                .contains("0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33", "4.0 KiB", "お知らせ.txt");
        assertThat(files).containsOnlyOnce("content kept");
    }

    @Test
    void aChangedBootRecordIsNamed() throws IOException {
        assertThat(text(section(whole(), "disk")))
                .contains("1 changed run of sectors", "\\\\.\\PhysicalDrive0", "boot record")
                .contains("076a27c79e5a", "b5bb9d8014a0", "updater.exe (");
    }

    @Test
    void aClickShowsItsBoxOnThePictureBefore() throws IOException {
        String screens = section(whole(), "screens");

        assertThat(screens)
                .contains("style=\"left:41.99%;top:55.99%;width:8.79%;height:3.91%\"")
                .containsOnlyOnce("class=\"clicked\"");
        assertThat(text(screens))
                .contains(
                        "1 click", "OK", "affirmative", "93.0 %", "Cancel&lt;b&gt; – never: cancel")
                .contains("screens/final.png");
        assertThat(Pattern.compile("<img src=\"data:image/png;base64,").matcher(screens).results())
                .hasSize(3);
    }

    @Test
    void aRunWithoutLossSaysSo() throws IOException {
        assertThat(whole())
                .contains("<p class=\"banner good\" id=\"gaps\"><b>Nothing is known to be missing.")
                .contains("frames missing, trace records not understood, malformed lines");
    }

    @Test
    void aFailedRunHasAPageThatSaysWhatIsMissing() throws IOException {
        String page = page(SampleRun.failed(directory));

        assertThat(page)
                .contains("<span class=\"pill bad\">failed</span> failed: the guest did not answer")
                .contains("<div class=\"banner bad\" id=\"gaps\">")
                .contains("there is no log: " + SampleRun.SHA256 + ".log")
                .contains("3 of “frames missing”: the log may lack whatever the guest told in them")
                .contains("No process of the specimen was recorded.")
                .contains("No click was made");
    }

    @Test
    void malformedLinesAndLostRecordsAreCounted() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        Files.writeString(
                run.log(SampleRun.SHA256),
                "broken\nbroken too\n11/22/2026 21:00:09.000 +0900 sn=200 evt=sys subEvt=stop tmid="
                        + SampleLog.TERMINAL
                        + "\n",
                StandardOpenOption.APPEND);

        assertThat(page(run))
                .contains(
                        "<li>2 of “malformed lines in the log”: the log may lack the records that stood there</li>")
                .contains(
                        "<li>83 of “serial numbers missing”: the log may lack those records</li>");
    }

    @Test
    void aLongTimelineIsCutAndSaysByHowMuch() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        try (MarkIIWriter writer =
                new MarkIIWriter(
                        Files.newOutputStream(
                                run.log(SampleRun.SHA256), StandardOpenOption.APPEND))) {
            for (int i = 0; i < 6_000; i++) {
                writer.write(
                        MarkIIRecord.at(OffsetDateTime.parse("2026-11-22T21:01:00+09:00"))
                                .put("sn", 117 + i)
                                .put("evt", "file")
                                .put("subEvt", "create")
                                .put("tmid", SampleLog.TERMINAL)
                                .put("psGUID", "{A}")
                                .put("path", "C:\\flood\\" + i)
                                .build());
            }
        }

        String timeline = section(page(run), "timeline");

        assertThat(text(timeline)).contains("6,013 records", "1,013 more are left out");
        assertThat(timeline).contains("C:\\flood\\4986<").doesNotContain("C:\\flood\\4987<");
    }

    @Test
    void picturesOutsideOfTheRunAreNotTaken() throws IOException {
        Path outside = directory.resolve("outside.png");
        SampleRun.picture(outside, false);
        Path inside = Files.createDirectory(directory.resolve("run"));
        RunDirectory run = SampleRun.whole(inside);
        Files.createSymbolicLink(run.screens().resolve("link.png"), outside);
        Files.writeString(run.screens().resolve("text.png"), "no picture");
        String line = "{\"before\":\"%s\",\"after\":\"%s\"}\n";
        Files.writeString(
                run.clicks(),
                line.formatted("../outside.png", outside)
                        + line.formatted("screens/link.png", "screens/text.png")
                        + line.formatted("screens/\\u0000.png", "screens"),
                StandardCharsets.UTF_8);

        String screens = section(page(run), "screens");

        assertThat(Pattern.compile("No picture: ").matcher(screens).results()).hasSize(6);
        assertThat(screens).contains("No picture: ../outside.png", "No picture: screens/␀.png");
    }

    @Test
    void howAControlWasWorkedIsSaidWhereThatWasNoPlainClick() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        String line =
                "{\"panel\":\"message_bar\",\"kind\":\"%s\",\"how\":\"%s\",\"typed\":\"%s\"}\n";
        Files.writeString(
                run.clicks(),
                line.formatted("button", "Tab and <i>", "")
                        + line.formatted("text_field", "click", "user1234"),
                StandardCharsets.UTF_8);

        String screens = section(page(run), "screens");

        assertThat(screens)
                .containsOnlyOnce("Worked by ")
                .contains("Worked by Tab and &lt;i&gt;, after clicking had not helped.")
                .containsOnlyOnce("Typed: ")
                .contains("<code>user1234</code>", "A text field on a message bar")
                .contains("Unlabelled text field");
    }

    @Test
    void clicksThatAreNoneAreCounted() throws IOException {
        RunDirectory run = SampleRun.whole(directory);
        Files.writeString(run.clicks(), "{\"box\":\n[]\n\n{\"box\":7,\"alternatives\":\"x\"}\n");

        assertThat(text(section(page(run), "screens")))
                .contains("2 lines of clicks.jsonl are no click")
                .contains("Unlabelled button");
    }

    @Test
    void aDirectoryWithoutARunIsRefused() {
        assertThatThrownBy(() -> ReportPage.write(new RunDirectory(directory)))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("no run in");
    }

    @Test
    void theTitleIsEscaped() throws IOException {
        assertThat(whole())
                .contains(
                        "<title>invoice&lt;/script&gt;&lt;img src=x onerror=document.title='owned'");
    }

    @Test
    void aRunOfSeveralPcsTellsTheWayFromPcToPcAndWhoseEverythingIs() throws IOException {
        String page = page(SampleRun.spread(directory));

        assertThat(text(section(page, "lateral")))
                .containsSubsequence(
                        "copy",
                        "PC01 C:\\specimen\\invoice.exe",
                        "\\\\PC02\\admin$\\copy.exe",
                        "logon refused",
                        "as &lt;b&gt;guest&lt;/b&gt;",
                        "logon 10.0.2.15 PC02 as admin",
                        "remote start",
                        "PC02 C:\\windows\\copy.exe",
                        "go (as admin)",
                        "planted start",
                        "from \\\\PC02\\admin$\\copy.exe");
        assertThat(text(section(page, "processes")))
                .containsSubsequence("PC01 invoice.exe", "PC02 copy.exe", "The system around it");
        assertThat(text(section(page, "timeline")))
                .contains(
                        "PC01 · invoice.exe",
                        "PC02 · copy.exe C:\\arrived.txt",
                        "PC02 · CrazyClicker");
        assertThat(section(page, "timeline"))
                .contains("<a href=\"#click-1\"", "<a href=\"#click-2\"");
        assertThat(text(section(page, "screens"))).contains("OK PC01 · ", "OK PC02 · ");
        assertThat(section(page, "screens").split("data:image/png", -1)).hasSize(5);
        assertThat(section(page, "screencast")).contains("the screencasts of PC02 are in");
    }

    @Test
    void aRunOfOnePcSaysNothingOfPcs() throws IOException {
        assertThat(whole()).doesNotContain("id=\"lateral\"", "PC01 · ");
    }

    private String whole() throws IOException {
        return page(SampleRun.whole(directory));
    }

    private static String page(RunDirectory run) throws IOException {
        return Files.readString(ReportPage.write(run));
    }

    private static String section(String page, String id) {
        int start = page.indexOf("<section id=\"" + id + "\"");
        int next = page.indexOf("<section id=", start + 1);
        return page.substring(start, next < 0 ? page.length() : next);
    }

    private static String text(String html) {
        return html.replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
    }
}
