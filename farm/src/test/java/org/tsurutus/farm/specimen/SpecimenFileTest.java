package org.tsurutus.farm.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.FarmException;

class SpecimenFileTest {
    @TempDir Path directory;

    private SpecimenFile examine(String name, byte[] content) throws Exception {
        return SpecimenFile.examine(file(name, content), Limits.standard());
    }

    private Path file(String name, byte[] content) throws Exception {
        return Files.write(directory.resolve(name), content);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void assertRefused(String name, byte[] content, String message) throws Exception {
        Path path = file(name, content);
        assertRefused(() -> SpecimenFile.examine(path, Limits.standard()), path + message);
    }

    private static void assertRefused(ThrowingCallable call, String message) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        FarmException.class,
                        e -> assertThat(e.fault()).isEqualTo(FarmException.Fault.INPUT))
                .hasMessage(message);
    }

    @Test
    void aScriptIsDescribedWithItsHashes() throws Exception {
        Path path = file("hello.bat", text("hello"));

        assertThat(SpecimenFile.examine(path, Limits.standard()))
                .isEqualTo(
                        new SpecimenFile(
                                path,
                                "hello.bat",
                                SpecimenKind.BAT,
                                Optional.empty(),
                                5,
                                "5d41402abc4b2a76b9719d911017c592",
                                "aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d",
                                "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824"));
    }

    @ParameterizedTest
    @CsvSource({
        "hello.bat, BAT",
        "hello.CMD, BAT",
        "hello.vbs, VBS",
        "hello.Js, JS",
        "hello.tar.js, JS"
    })
    void scriptsAreKnownByTheirNames(String name, SpecimenKind kind) throws Exception {
        assertThat(examine(name, text("x = 1\r\n")).kind()).isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a.dll", "a.bat", "a.txt", "a", ".a", "a.js"})
    void programsAreKnownByTheirBytesWhateverTheyAreCalled(String name) throws Exception {
        SpecimenFile specimen = examine(name, TinyPe.program(TinyPe.X86, TinyPe.CONSOLE));

        assertThat(specimen.kind()).isEqualTo(SpecimenKind.EXE);
        assertThat(specimen.architecture()).contains("x86");
        assertThat(specimen.guestName()).endsWith(".exe");
    }

    @Test
    void aLibraryIsKnownByItsFlag() throws Exception {
        SpecimenFile specimen = examine("027cc.exe", TinyPe.library(TinyPe.X64));

        assertThat(specimen.kind()).isEqualTo(SpecimenKind.DLL);
        assertThat(specimen.kind().id()).isEqualTo("dll");
        assertThat(specimen.architecture()).contains("x64");
        assertThat(specimen.guestName()).isEqualTo("027cc.exe.dll");
    }

    @Test
    void scriptsMayBeInOldCodePagesAndInUtf16() throws Exception {
        byte[] shiftJis = {'r', 'e', 'm', ' ', (byte) 0x93, (byte) 0xfa, (byte) 0x96, 0x7b};
        byte[] wide = "\uFEFFWScript.Echo 1\r\n".getBytes(StandardCharsets.UTF_16LE);
        byte[] wideBigEndian = "\uFEFFWScript.Echo 1\r\n".getBytes(StandardCharsets.UTF_16BE);

        assertThat(examine("a.bat", shiftJis).kind()).isEqualTo(SpecimenKind.BAT);
        assertThat(examine("b.vbs", wide).kind()).isEqualTo(SpecimenKind.VBS);
        assertThat(examine("c.vbs", wideBigEndian).kind()).isEqualTo(SpecimenKind.VBS);
    }

    @Test
    void aScriptThatBeginsWithTheLettersOfADosProgramIsAScript() throws Exception {
        assertThat(examine("a.bat", text("MZ=1\r\n")).kind()).isEqualTo(SpecimenKind.BAT);
    }

    @Test
    void aScriptThatIsNotTextIsRefused() throws Exception {
        assertRefused(
                "a.vbs",
                new byte[] {'x', 0, 'y'},
                " is named as a .vbs script and is not text; check the file");
        assertRefused(
                "b.js",
                new byte[] {(byte) 0xff, (byte) 0xfe, 0x00, (byte) 0xd8},
                " is named as a .js script and is not text; check the file");
    }

    @Test
    void whatIsNoReadableFileIsRefused() throws Exception {
        Path absent = directory.resolve("absent.exe");

        assertRefused(
                () -> SpecimenFile.examine(absent, Limits.standard()),
                "no such file: " + absent + "; check the path");
        assertRefused(
                () -> SpecimenFile.examine(directory, Limits.standard()),
                directory + " is a directory; give the file inside it");
        assertRefused(
                () -> SpecimenFile.examine(Path.of("/dev/null"), Limits.standard()),
                "/dev/null is a device or a pipe; give a plain file");
        assertRefused("empty.exe", new byte[0], " is empty; give the whole file");
    }

    @Test
    void theLimitIsTheLargestSizeThatIsTaken() throws Exception {
        Limits limits = new Limits(1024, Limits.standard().architectures());
        Path fits = file("fits.exe", TinyPe.program(TinyPe.X86, TinyPe.CONSOLE));
        Path tooLarge =
                file("large.exe", Arrays.copyOf(TinyPe.program(TinyPe.X86, TinyPe.CONSOLE), 1025));

        assertThat(SpecimenFile.examine(fits, limits).size()).isEqualTo(1024);
        assertRefused(
                () -> SpecimenFile.examine(tooLarge, limits),
                tooLarge + " has 1025 bytes and the limit is 1024; give a smaller file");
        assertThat(Limits.standard().maximumBytes()).isEqualTo(67_108_864);
    }

    @Test
    void programsForOtherMachinesAreRefused() throws Exception {
        assertRefused(
                "a.exe",
                TinyPe.program(0xaa64, TinyPe.CONSOLE),
                " is a program for arm64 and the lab runs x64 and x86; give a build for one of"
                        + " these");
        assertRefused(
                "b.dll",
                TinyPe.library(0x1c4),
                " is a library for arm and the lab runs x64 and x86; give a build for one of"
                        + " these");
        Limits only32Bit = new Limits(4096, new TreeSet<>(Set.of("x86")));
        Path wide = file("c.exe", TinyPe.program(TinyPe.X64, TinyPe.CONSOLE));
        assertRefused(
                () -> SpecimenFile.examine(wide, only32Bit),
                wide + " is a program for x64 and the lab runs x86; give a build for one of these");
    }

    @Test
    void driversAndFirmwareAreRefused() throws Exception {
        assertRefused(
                "a.sys",
                TinyPe.program(TinyPe.X64, 1),
                " is a driver (native subsystem), which the lab cannot load; give the program that"
                        + " installs it");
        assertRefused(
                "b.efi",
                TinyPe.program(TinyPe.X64, 10),
                " is a program for firmware or another system; give one for the Windows console or"
                        + " desktop");
    }

    @Test
    void sixteenBitProgramsAreRefused() throws Exception {
        byte[] dos = Arrays.copyOf(new byte[] {'M', 'Z', 1, 0}, 300);
        byte[] ne = TinyPe.program(TinyPe.X86, TinyPe.CONSOLE);
        ne[64] = 'N';
        ne[65] = 'E';
        String message =
                " begins like a DOS or 16-bit program and has no PE header in its first 64 KiB;"
                        + " give a 32- or 64-bit Windows program";

        assertRefused("a.exe", dos, message);
        assertRefused("b.exe", ne, message);
        assertRefused("c.bat", dos, message);
        assertRefused("d.exe", text("MZ"), message);
    }

    @Test
    void anArchiveIsRefusedWithWhatToDo() throws Exception {
        ByteArrayOutputStream archive = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(archive)) {
            zip.putNextEntry(new ZipEntry("a.exe"));
            zip.write(TinyPe.program(TinyPe.X86, TinyPe.CONSOLE));
        }
        String message =
                " is a ZIP archive (or a JAR, APK or Office document, which are such); unpack it"
                        + " and give the program";

        assertRefused("a.zip", archive.toByteArray(), message);
        assertRefused("a.exe", archive.toByteArray(), message);
        assertRefused("a.bat", archive.toByteArray(), message);
    }

    @ParameterizedTest
    @CsvSource({
        "7f454c460201, a Linux program (ELF)",
        "255044462d312e37, a PDF document",
        "d0cf11e0a1b11ae1, an Office document or an installer package (OLE)",
        "377abcaf271c0004, a 7z archive",
        "526172211a0700, a RAR archive",
        "4c0000000114020000000000c000000000000046, a Windows shortcut",
        "7b5c72746631, an RTF document",
        "23212f62696e2f7368, a Unix script",
    })
    void otherFilesAreRefusedByTheirName(String bytes, String name) throws Exception {
        Path path = file("specimen", HexFormat.of().parseHex(bytes));

        assertThatThrownBy(() -> SpecimenFile.examine(path, Limits.standard()))
                .isInstanceOf(FarmException.class)
                .hasMessageStartingWith(path + " is " + name + "; ");
    }

    @Test
    void anArchiveWhoseMarkStandsLaterIsFoundToo() throws Exception {
        byte[] tar = new byte[512];
        System.arraycopy(text("ustar"), 0, tar, 257, 5);

        assertRefused("a.tar", tar, " is a tar archive; unpack it and give the program");
    }

    @Test
    void whatIsOfNoKnownKindIsRefusedWithTheKinds() throws Exception {
        String message =
                " is of no kind that the lab starts; give a Windows program or library, or a script"
                        + " named .bat, .cmd, .vbs or .js";

        assertRefused("a.ps1", text("Get-Process"), message);
        assertRefused("a", text("echo hello"), message);
        assertRefused("bat", text("echo hello"), message);
    }

    @Test
    void aNameWithALineBreakStaysOnOneLineOfTheMessage() throws Exception {
        Path path = file("two\nlines\u202Etxt", text("hello"));

        assertThatThrownBy(() -> SpecimenFile.examine(path, Limits.standard()))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("/two?lines?txt is of no kind");
    }
}
