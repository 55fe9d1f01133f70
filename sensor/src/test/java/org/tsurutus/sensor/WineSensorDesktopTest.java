package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.trace.DataWriter;

class WineSensorDesktopTest {
    private static final int WINDOW = 0x10042;
    private static final int OTHER = 0x10044;
    private static final int UNICODE_TEXT = 13;
    private static final int BITMAP = 2;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen().child(SPEC, Child.of(0x11c, 21));
    private final GuestDesktop desktop = new GuestDesktop(guest, SPEC);
    private final GuestDesktop childs = new GuestDesktop(guest, 21);

    @Test
    void aWindowThatComesToTheForegroundIsItsOwners() {
        desktop.window(WINDOW, "Invoice");
        childs.window(OTHER, "Child").foreground(WINDOW);
        MarkIIRecord active = run().only("win/active");
        assertThat(active.value("winTitle")).contains("Invoice");
        assertThat(active.value("psPath")).contains("C:\\spec.exe");
    }

    @Test
    void onlyAChangeCounts() {
        desktop.window(WINDOW, "a").foreground(WINDOW).foreground(WINDOW);
        childs.window(OTHER, "b").foreground(OTHER);
        desktop.foreground(WINDOW);
        assertThat(run().values("win/active", "winTitle")).containsExactly("a", "b", "a");
    }

    @Test
    void anotherTitleOfTheWindowInFrontCountsAndOfOneBehindDoesNot() {
        desktop.window(WINDOW, "a").foreground(WINDOW).title(WINDOW, "b").title(WINDOW, "b");
        childs.window(OTHER, "c").title(OTHER, "d");
        assertThat(run().values("win/active", "winTitle")).containsExactly("a", "b");
    }

    @Test
    void aWindowIsTheSameWithAndWithoutTheUpperHalfOfItsHandle() {
        desktop.window(WINDOW, "a").foreground(WINDOW & 0xffff);
        assertThat(run().values("win/active", "winTitle")).containsExactly("a");
    }

    @Test
    void aWindowWithTheNumberOfOneThatIsGoneIsAnother() {
        desktop.window(WINDOW, "first")
                .foreground(WINDOW)
                .destroy(WINDOW)
                .window(WINDOW + 0x10000, "second")
                .foreground(WINDOW + 0x10000);
        assertThat(run().values("win/active", "winTitle")).containsExactly("first", "second");
    }

    @Test
    void aWindowThatIsGoneOrNotKnownIsNotActive() {
        desktop.window(WINDOW, "a").destroy(WINDOW).foreground(WINDOW).foreground(OTHER);
        assertThat(run().of("win/active")).isEmpty();
    }

    @Test
    void aTitleIsCutWhereItHasNoEnd() {
        desktop.window(WINDOW, "t".repeat(10_000)).foreground(WINDOW);
        assertThat(run().only("win/active").value("winTitle", "")).hasSize(4_096);
    }

    @Test
    void whatIsPastedNamesWhoCopiedIt() {
        desktop.copy(UNICODE_TEXT, new DataWriter().text("secret\0rest"));
        childs.paste(UNICODE_TEXT, new DataWriter().text("secret\0"));
        Run run = run();
        MarkIIRecord copy = run.only("clip/copy");
        assertThat(copy.value("clipType")).contains("CF_UNICODETEXT");
        assertThat(copy.value("clipData")).contains("secret");
        assertThat(copy.value("psPath")).contains("C:\\spec.exe");
        MarkIIRecord paste = run.only("clip/paste");
        assertThat(paste.value("psPath")).contains(Child.IMAGE);
        assertThat(paste.value("clipData")).contains("secret");
        assertThat(paste.value("spsGUID")).isEqualTo(copy.value("psGUID"));
        assertThat(paste.value("spsPath")).contains("C:\\spec.exe");
        run.hasNoGaps();
    }

    @Test
    void whatWasCopiedBeforeAnyoneLookedHasNoSource() {
        desktop.paste(BITMAP, new DataWriter().number(1));
        MarkIIRecord paste = run().only("clip/paste");
        assertThat(paste.value("clipType")).contains("CF_BITMAP");
        assertThat(paste.value("clipData")).isEmpty();
        assertThat(paste.value("spsGUID")).isEmpty();
        assertThat(paste.value("spsPath")).isEmpty();
    }

    @Test
    void whatIsPromisedForLaterIsNoCopyYetButNamesItsSource() {
        desktop.copy(UNICODE_TEXT, new DataWriter());
        childs.paste(UNICODE_TEXT, new DataWriter())
                .paste(UNICODE_TEXT, new DataWriter().text("x"));
        Run run = run();
        assertThat(run.of("clip/copy")).isEmpty();
        assertThat(run.only("clip/paste").value("spsPath")).contains("C:\\spec.exe");
    }

    @Test
    void aLongTextIsCutAndCounted() {
        desktop.copy(UNICODE_TEXT, new DataWriter().text("x".repeat(40_000)));
        Run run = run();
        assertThat(run.only("clip/copy").value("clipData", "")).hasSize(32_768);
        assertThat(run.gap("values cut by the recorder")).isEqualTo(1);
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
