package org.tsurutus.farm.specimen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.farm.FarmException;

class StartPlanTest {
    @TempDir Path directory;

    private SpecimenFile specimen(String name, byte[] content) throws Exception {
        return SpecimenFile.examine(
                Files.write(directory.resolve(name), content), Limits.standard());
    }

    private SpecimenFile program() throws Exception {
        return specimen("my tool.exe", TinyPe.program(TinyPe.X86, TinyPe.CONSOLE));
    }

    private SpecimenFile script(String name) throws Exception {
        return specimen(name, "rem\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /// A library with these exports, by the cross compiler.
    private SpecimenFile library(String name, String exports) throws Exception {
        Path source =
                Files.writeString(
                        directory.resolve("library.c"),
                        "void First(void) {} void SecondW(void) {} void Third(void) {}");
        Path definition =
                Files.writeString(directory.resolve("library.def"), "EXPORTS\n" + exports);
        Path library = directory.resolve(name);
        Process compiler =
                new ProcessBuilder(
                                "i686-w64-mingw32-gcc",
                                "-shared",
                                "-o",
                                library.toString(),
                                source.toString(),
                                definition.toString())
                        .inheritIO()
                        .start();
        assertThat(compiler.waitFor()).isZero();
        return SpecimenFile.examine(library, Limits.standard());
    }

    private static String commandLine(SpecimenFile specimen, String arguments) {
        return StartPlan.of(specimen, arguments).commandLine();
    }

    @Test
    void aProgramIsQuotedAndFollowedByItsArguments() throws Exception {
        StartPlan plan = StartPlan.of(program(), "/q \"two words\"");

        assertThat(plan.guestPath()).isEqualTo("C:\\users\\lab\\Desktop\\my tool.exe");
        assertThat(plan.commandLine())
                .isEqualTo("\"C:\\users\\lab\\Desktop\\my tool.exe\" /q \"two words\"");
        assertThat(plan.note()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t"})
    void blankArgumentsAreNone(String arguments) throws Exception {
        assertThat(commandLine(program(), arguments))
                .isEqualTo("\"C:\\users\\lab\\Desktop\\my tool.exe\"");
    }

    @Test
    void scriptsAreStartedByTheirInterpreters() throws Exception {
        assertThat(commandLine(script("a & b.bat"), ""))
                .isEqualTo(
                        "C:\\windows\\system32\\cmd.exe /c"
                                + " \"\"C:\\users\\lab\\Desktop\\a & b.bat\"\"");
        assertThat(commandLine(script("a.cmd"), "one \"two three\""))
                .isEqualTo(
                        "C:\\windows\\system32\\cmd.exe /c"
                                + " \"\"C:\\users\\lab\\Desktop\\a.cmd\" one \"two three\"\"");
        assertThat(commandLine(script("a.vbs"), ""))
                .isEqualTo("C:\\windows\\system32\\wscript.exe \"C:\\users\\lab\\Desktop\\a.vbs\"");
        assertThat(commandLine(script("a.js"), "//B x"))
                .isEqualTo(
                        "C:\\windows\\system32\\wscript.exe \"C:\\users\\lab\\Desktop\\a.js\" //B"
                                + " x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "`` > ,#1",
                "#1 55 > ,#1 55",
                "#01 55 > ,#01 55",
                "First > ,First",
                "First,55 > ,First 55",
                "First, a,b > ,First a,b",
                "`  First   \"a b\"` > ,First \"a b\"",
                "Second x > ,Second x",
                "SecondW x > ,SecondW x",
                "#7 > ,#7",
            })
    void aLibraryIsEnteredThroughAnExport(String arguments, String tail) throws Exception {
        SpecimenFile library = library("027cc.dll", "First @1\n SecondW @5\n Third @7 NONAME\n");

        StartPlan plan = StartPlan.of(library, arguments);

        assertThat(plan.commandLine())
                .isEqualTo(
                        "C:\\windows\\system32\\rundll32.exe"
                                + " \"C:\\users\\lab\\Desktop\\027cc.dll\""
                                + tail);
        assertThat(plan.note()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Absent 55", "first", "#2", "#0", "#", "#x", "#99999999999", "Third"})
    void anExportThatIsNotThereIsAnsweredWithThoseThatAre(String arguments) throws Exception {
        SpecimenFile library = library("027cc.dll", "First @1\n SecondW @5\n Third @7 NONAME\n");

        assertThatThrownBy(() -> StartPlan.of(library, arguments))
                .isInstanceOfSatisfying(
                        FarmException.class,
                        e -> assertThat(e.fault()).isEqualTo(FarmException.Fault.INPUT))
                .hasMessage(
                        library.path()
                                + " has no export "
                                + arguments.split(" ")[0]
                                + "; begin the arguments with one that it has: First (#1), SecondW"
                                + " (#5), #7");
    }

    @Test
    void aLibraryWithoutANumberOneNeedsAChoice() throws Exception {
        SpecimenFile library = library("late.dll", "First @20\n");

        assertThatThrownBy(() -> StartPlan.of(library, ""))
                .isInstanceOf(FarmException.class)
                .hasMessageEndingWith(
                        "has no export #1; begin the arguments with one that it has: First (#20)");
        assertThat(commandLine(library, "#20")).endsWith(",#20");
    }

    @Test
    void manyExportsAreNotAllListed() throws Exception {
        StringBuilder exports = new StringBuilder();
        for (int ordinal = 2; ordinal < 40; ordinal++) {
            exports.append("  name")
                    .append(ordinal)
                    .append("=First @")
                    .append(ordinal)
                    .append('\n');
        }
        SpecimenFile library = library("many.dll", exports.toString());

        assertThatThrownBy(() -> StartPlan.of(library, ""))
                .isInstanceOf(FarmException.class)
                .hasMessageEndingWith("name10 (#10), name11 (#11) and 28 more");
    }

    @Test
    void aLibraryWithoutExportsIsStartedForItsDllMainWithANote() throws Exception {
        SpecimenFile library = specimen("silent.dll", TinyPe.library(TinyPe.X86));

        StartPlan plan = StartPlan.of(library, "");

        assertThat(plan.commandLine()).endsWith("\\silent.dll\",#1");
        assertThat(plan.note())
                .contains(
                        library.path()
                                + " exports nothing: loading it runs its DllMain, and that is all");
    }

    @Test
    void aLibraryWhoseExportsCannotBeReadIsStartedWithANote() throws Exception {
        byte[] packed = TinyPe.library(TinyPe.X86);
        int directories = 64 + 24 + 96;
        packed[directories - 4] = 16;
        packed[directories + 2] = 0x7f;
        SpecimenFile library = specimen("packed.dll", packed);

        StartPlan plan = StartPlan.of(library, "Run now");

        assertThat(plan.commandLine()).endsWith("\\packed.dll\",Run now");
        assertThat(plan.note().orElseThrow())
                .startsWith("whether there is an export Run is not known: ")
                .contains("is damaged or packed");
    }

    @Test
    void argumentsWithLineBreaksOrNulAreRefused() throws Exception {
        SpecimenFile program = program();

        for (String unfit : List.of("a\nb", "a\r", "a\0b", "a\u2028b", "a\u0085")) {
            assertThatThrownBy(() -> StartPlan.of(program, unfit))
                    .isInstanceOf(FarmException.class)
                    .hasMessage(
                            "the arguments hold a line break or a NUL, which no command line can;"
                                    + " remove it");
        }
    }

    @Test
    void argumentsLongerThanWindowsTakesAreRefused() throws Exception {
        SpecimenFile program = program();
        SpecimenFile script = script("a.bat");

        assertThat(commandLine(program, "x".repeat(32_000))).hasSizeGreaterThan(32_000);
        assertThatThrownBy(() -> StartPlan.of(program, "x".repeat(32_766)))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("Windows takes 32766; shorten the arguments");
        assertThatThrownBy(() -> StartPlan.of(script, "x".repeat(8_191)))
                .isInstanceOf(FarmException.class)
                .hasMessageContaining("Windows takes 8191; shorten the arguments");
    }
}
