package org.tsurutus.sensor.wine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PathsTest {
    private final DriveC drive = new DriveC("/wine/drive_c/");

    @ParameterizedTest
    @CsvSource({
        "\\??\\C:\\x y.txt,C:\\x y.txt",
        "\\??\\C:\\dir\\,C:\\dir",
        "\\??\\C:\\,C:\\",
        "\\??\\PhysicalDrive0,\\\\.\\PhysicalDrive0",
        "\\??\\unc\\host\\share\\x,\\\\host\\share\\x",
        "\\??\\unix\\etc\\passwd,\\\\.\\unix\\etc\\passwd",
        "\\Device\\Afd,\\Device\\Afd",
        "C:\\plain,C:\\plain",
    })
    void filesAreNamedAsProgramsNameThem(String nt, String windows) {
        assertThat(WindowsPath.ofFile(nt)).isEqualTo(windows);
    }

    @ParameterizedTest
    @CsvSource({
        "\\Registry\\Machine\\Software,HKEY_LOCAL_MACHINE\\Software",
        "\\REGISTRY\\MACHINE,HKEY_LOCAL_MACHINE",
        "\\Registry\\User\\S-1-5-18\\x,HKEY_USERS\\S-1-5-18\\x",
        "\\Registry\\Users2\\x,\\Registry\\Users2\\x",
    })
    void keysAreNamedByTheirHives(String nt, String windows) {
        assertThat(WindowsPath.ofKey(nt)).isEqualTo(windows);
    }

    @Test
    void bothNamesOfTheDriveAreOne() {
        assertThat(drive.normalise("/wine/dosdevices/c:/a/b")).isEqualTo("/wine/drive_c/a/b");
        assertThat(drive.normalise("/wine/drive_c/a/")).isEqualTo("/wine/drive_c/a");
        assertThat(drive.normalise("/wine/dosdevices/c:")).isEqualTo("/wine/drive_c");
        assertThat(drive.normalise("/wine/dosdevices/c:x")).isEqualTo("/wine/dosdevices/c:x");
        assertThat(drive.windowsPath("/wine/drive_c/a/b")).contains("C:\\a\\b");
        assertThat(drive.windowsPath("/wine/drive_cx/a")).isEmpty();
    }
}
