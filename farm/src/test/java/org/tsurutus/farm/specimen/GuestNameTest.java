package org.tsurutus.farm.specimen;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GuestNameTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "greeter.exe",
                "Setup (1).EXE",
                "請求書 2026年.exe",
                "a,b & c%d%.exe",
                "screen.scr",
                "invoice.pdf.exe",
                "console.exe",
                "-rf.exe"
            })
    void aHarmlessNameIsKept(String name) {
        assertThat(GuestName.of(name, SpecimenKind.EXE)).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "abc123, EXE, abc123.exe",
        "invoice.pdf, EXE, invoice.pdf.exe",
        "exe, EXE, exe.exe",
        "library.bin, DLL, library.bin.dll",
        "control.cpl, DLL, control.cpl",
        "run.cmd, BAT, run.cmd",
        "run, VBS, run.vbs",
        "run.vbs, JS, run.vbs.js"
    })
    void anExtensionIsAppendedWhereTheNameDoesNotFit(
            String name, SpecimenKind kind, String expected) {
        assertThat(GuestName.of(name, kind)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "a\"b.exe > a_b.exe",
                "..\\..\\evil.exe > _.._evil.exe",
                "C:\\x.exe > C__x.exe",
                "a*b?c<d|e.exe > a_b_c_d_e.exe",
                "`  .. hidden.exe` > hidden.exe",
                "evil.exe. > evil.exe",
                "`evil.exe . .` > evil.exe",
                "... > specimen.exe",
                "CON > _CON.exe",
                "nul.exe > _nul.exe",
                "com1.tar.exe > _com1.tar.exe",
                "`lpt9 .exe` > _lpt9 .exe",
                "COM¹.exe > _COM¹.exe",
                "conin$.exe > _conin$.exe",
                "com10.exe > com10.exe",
            })
    void whatWindowsReservesIsReplaced(String name, String expected) {
        assertThat(GuestName.of(name, SpecimenKind.EXE)).isEqualTo(expected);
    }

    @Test
    void charactersThatDoNotShowThemselvesAreReplaced() {
        assertThat(GuestName.of("a\u202Efdp.exe", SpecimenKind.EXE)).isEqualTo("a_fdp.exe");
        assertThat(GuestName.of("a\r\n\tb\u0000.exe", SpecimenKind.EXE)).isEqualTo("a___b_.exe");
        assertThat(GuestName.of("a\u200Bb\u2028c\uFEFF.exe", SpecimenKind.EXE))
                .isEqualTo("a_b_c_.exe");
        assertThat(GuestName.of("a\uD800b.exe", SpecimenKind.EXE)).isEqualTo("a_b.exe");
        assertThat(GuestName.of("a\uD83D\uDE00.exe", SpecimenKind.EXE))
                .isEqualTo("a\uD83D\uDE00.exe");
    }

    @Test
    void aCommaWouldEndALibrarysPathAndAPercentSignWouldNameAVariable() {
        assertThat(GuestName.of("a,b.dll", SpecimenKind.DLL)).isEqualTo("a_b.dll");
        assertThat(GuestName.of("100%PATH%.bat", SpecimenKind.BAT)).isEqualTo("100_PATH_.bat");
    }

    @Test
    void aLongNameIsCutBeforeItsExtension() {
        assertThat(GuestName.of("a".repeat(300) + ".exe", SpecimenKind.EXE))
                .isEqualTo("a".repeat(96) + ".exe");
        assertThat(GuestName.of("a".repeat(95) + " b".repeat(60), SpecimenKind.VBS))
                .isEqualTo("a".repeat(95) + ".vbs");
        assertThat(GuestName.of("\uD83D\uDE00".repeat(80), SpecimenKind.JS))
                .isEqualTo("\uD83D\uDE00".repeat(48) + ".js");
    }

    @Test
    void everyNameBecomesAHarmlessOneAndThenStaysWhatItIs() {
        long seed = 20261125;
        System.out.println("GuestNameTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        String spice = "CONUL.. \\/:\"<>|?*,%\u202E\u0000\n\uD83D\uDE00a1";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder name = new StringBuilder();
            int length = random.nextInt(130);
            for (int at = 0; at < length; at++) {
                name.append(
                        random.nextInt(5) == 0
                                ? (char) random.nextInt(0x10000)
                                : spice.charAt(random.nextInt(spice.length())));
            }
            SpecimenKind kind = SpecimenKind.values()[random.nextInt(5)];

            String safe = GuestName.of(name.toString(), kind);

            assertThat(safe)
                    .as("case %d", i)
                    .hasSizeBetween(4, 100)
                    .doesNotContainPattern("[<>:\"/\\\\|?*\\p{Cntrl}\u202A-\u202E]")
                    .doesNotContainPattern("^[. ]|[. ]$")
                    .doesNotMatch("(?i)(con|nul|prn|aux|com\\d)(\\..*)?");
            assertThat(kind.fits(safe)).isTrue();
            assertThat(GuestName.of(safe, kind)).isEqualTo(safe);
        }
    }
}
