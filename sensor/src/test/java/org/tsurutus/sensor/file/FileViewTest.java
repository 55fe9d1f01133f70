package org.tsurutus.sensor.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FileViewTest {
    private static final FileFacts OLD = facts("old");
    private static final FileFacts NEW = facts("new");

    private final FileView view = new FileView(new KnownFiles(Map.of("C:\\A.exe", OLD)));

    @Test
    void whatIsKnownBeforehandIsFoundInAnyCase() {
        assertThat(view.find("c:\\a.EXE")).contains(OLD);
        assertThat(view.find("c:\\b.exe")).isEmpty();
    }

    @Test
    void aChangeHidesWhatWasKnown() {
        view.changed("C:\\a.exe", Optional.of(NEW), 1);
        assertThat(view.find("C:\\A.exe")).contains(NEW);
        view.deleted("C:\\a.exe", 2);
        assertThat(view.find("C:\\A.exe")).isEmpty();
    }

    @Test
    void aMoveTakesTheFileAlong() {
        view.moved("C:\\A.exe", "C:\\b.exe", 2);
        assertThat(view.find("C:\\A.exe")).isEmpty();
        assertThat(view.find("C:\\B.exe")).contains(OLD);
    }

    @Test
    void aMovedDirectoryTakesItsChangedFilesAlong() {
        view.changed("C:\\dir\\sub\\x", Optional.of(NEW), 1);
        view.changed("C:\\dirty", Optional.of(NEW), 1);
        view.moved("C:\\dir", "C:\\other", 2);
        assertThat(view.find("C:\\other\\sub\\x")).contains(NEW);
        assertThat(view.find("C:\\dir\\sub\\x")).isEmpty();
        assertThat(view.find("C:\\dirty")).contains(NEW);
    }

    @Test
    void whatIsOlderThanWhatIsKnownChangesNothing() {
        view.changed("C:\\a.exe", Optional.of(NEW), 5);
        view.deleted("C:\\a.exe", 4);
        assertThat(view.find("C:\\a.exe")).contains(NEW);
        view.deleted("C:\\a.exe", 5);
        assertThat(view.find("C:\\a.exe")).isEmpty();
    }

    @Test
    void aDirectoryMayMoveTwice() {
        view.moved("C:\\dir", "C:\\other", 3);
        view.changed("C:\\other\\x", Optional.of(NEW), 4);
        view.moved("C:\\other", "C:\\last", 5);
        assertThat(view.find("C:\\last\\x")).contains(NEW);
        assertThat(view.find("C:\\other\\x")).isEmpty();
    }

    @Test
    void afterDistrustOnlyNewChangesCount() {
        view.changed("C:\\b.exe", Optional.of(NEW), 1);
        view.distrust();
        assertThat(view.find("C:\\A.exe")).isEmpty();
        assertThat(view.find("C:\\b.exe")).isEmpty();
        view.changed("C:\\b.exe", Optional.of(NEW), 1);
        assertThat(view.find("C:\\b.exe")).contains(NEW);
    }

    @Test
    void aFullViewKnowsNothingRatherThanSomethingOld() {
        for (int i = 0; i < 65_536; i++) {
            view.changed("C:\\" + i, Optional.empty(), 1);
        }
        view.changed("C:\\A.exe", Optional.of(NEW), 1);
        assertThat(view.find("C:\\A.exe")).isEmpty();
        assertThat(view.forgotten()).isEqualTo(1);
    }

    private static FileFacts facts(String sha256) {
        return Facts.program(sha256);
    }
}
