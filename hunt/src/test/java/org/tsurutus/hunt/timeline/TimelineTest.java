package org.tsurutus.hunt.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.tsurutus.hunt.timeline.Timeline.Counts;
import org.tsurutus.markii.scan.LogSource;

class TimelineTest {
    private static final String LOG =
            """
            03/07/2017 13:13:13.890 +0900 sn=1 lv=5 evt=ps subEvt=start com="WS\u001B01" tmid=t psGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7} psPath="C:\\a.exe" cmd="/x ""y\""" psID=7
            03/07/2017 13:13:14.000 -0330 sn=2 lv=5 evt=file subEvt=del tmid=t psGUID={4EEBA2F1-FB65-42BF-A258-4121E64FB1D7} psPath="C:\\a.exe" path="C:\\b"
            03/07/2017 13:13:15.000 +0900 sn=3 lv=3 evt=reg subEvt=create tmid=t path="HKLM"
            rubbish
            03/07/2017 13:13:16 evt=session subEvt=login com="WS01"
            """;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    private Counts write(boolean withBackground) {
        byte[] log = LOG.getBytes(StandardCharsets.UTF_8);
        return new Timeline(withBackground, TimelineText::of)
                .write(LogSource.of("log", new ByteArrayInputStream(log)), out);
    }

    @Test
    void everyRecordIsOneLine() {
        assertThat(write(false)).isEqualTo(new Counts(3, 1));
        assertThat(out.toString(StandardCharsets.UTF_8))
                .isEqualTo(
                        """
                        2017-03-07 13:13:13.890 +09:00  WS␛01  a.exe (7)  ps/start  C:\\a.exe /x "y"
                        2017-03-07 13:13:14.000 -03:30  t  a.exe (4EEBA2F1)  file/del  C:\\b
                        2017-03-07 13:13:16.000 +00:00  WS01  -  session/login  evt=session subEvt=login com=WS01
                        """);
    }

    @Test
    void backgroundWorkIsWrittenOnDemand() {
        assertThat(write(true)).isEqualTo(new Counts(4, 0));
        assertThat(out.toString(StandardCharsets.UTF_8)).contains("  -  reg/create  HKLM\n");
    }

    @Test
    void longTextIsCutAndSaysSo() {
        byte[] log =
                ("03/07/2017 13:13:13.890 +0900 evt=file subEvt=del path=\""
                                + "x".repeat(700)
                                + "\"")
                        .getBytes(StandardCharsets.UTF_8);
        new Timeline(false, TimelineText::of)
                .write(LogSource.of("log", new ByteArrayInputStream(log)), out);

        assertThat(out.toString(StandardCharsets.UTF_8))
                .endsWith("  file/del  " + "x".repeat(500) + "… (200 more)\n");
    }
}
