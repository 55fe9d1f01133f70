package org.tsurutus.farm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.tsurutus.farm.specimen.Limits;
import org.tsurutus.farm.specimen.SpecimenFile;
import org.tsurutus.farm.specimen.SpecimenKind;
import org.tsurutus.farm.specimen.StartPlan;

class ExamplesTest {
    private static final Path SOURCES = Path.of(System.getProperty("tsurutus.root"), "examples");
    private static final Catalogue CATALOGUE = Catalogue.read(SOURCES.resolve("acts"));
    private static final String SUFFIX = ".acts.json";
    private static final String CHAINS = ".chains.json";

    @TempDir static Path built;

    @BeforeAll
    static void buildThem() throws Exception {
        build(built, Map.of());
    }

    private static String build(Path directory, Map<String, String> environment) throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(
                                "/bin/sh",
                                SOURCES.resolve("build.sh").toString(),
                                directory.toString())
                        .redirectErrorStream(true);
        builder.environment().putAll(environment);
        Process process = builder.start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() + " " + output;
    }

    static Stream<Declaration> declarations() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files
                    .filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .map(Declaration::read)
                    .toList()
                    .stream();
        }
    }

    /// The specimens that act on several PCs; what they start where is declared as chains.
    private static Stream<String> chained() throws IOException {
        try (Stream<Path> files = Files.list(SOURCES)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(CHAINS))
                    .map(name -> name.substring(0, name.length() - CHAINS.length()))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everySpecimenHasADeclaration() throws Exception {
        List<String> declared = declarations().map(Declaration::specimen).toList();

        assertThat(declared)
                .containsExactlyInAnyOrder(
                        "behind.exe",
                        "busy.exe",
                        "caller.exe",
                        "chain.exe",
                        "counter.dll",
                        "dodger.exe",
                        "greeter.exe",
                        "greeter64.exe",
                        "hello.bat",
                        "hello.js",
                        "hello.vbs",
                        "mbrwriter.exe",
                        "nihongo.exe",
                        "package.exe",
                        "probe.exe",
                        "setup.exe");
        try (Stream<Path> files = Files.list(built)) {
            assertThat(files.map(file -> file.getFileName().toString()))
                    .containsExactlyInAnyOrderElementsOf(
                            Stream.of(
                                            declared.stream()
                                                    .flatMap(
                                                            name -> Stream.of(name, name + SUFFIX)),
                                            chained(),
                                            CATALOGUE.specimens().stream())
                                    .flatMap(names -> names)
                                    .toList());
        }
    }

    @ParameterizedTest
    @MethodSource("declarations")
    void everySpecimenCanBeStartedAsDeclared(Declaration declaration) {
        SpecimenFile specimen =
                SpecimenFile.examine(built.resolve(declaration.specimen()), Limits.standard());

        assertThat(specimen.guestName()).isEqualTo(declaration.specimen());
        assertThat(StartPlan.of(specimen, declaration.arguments()).note()).isEmpty();
        assertThat(declaration.acts())
                .allSatisfy(act -> assertThat(act.process()).endsWith(".exe"))
                .anySatisfy(act -> assertThat(act.evt() + "/" + act.subEvt()).isEqualTo("ps/start"))
                .anySatisfy(act -> assertThat(act.evt() + "/" + act.subEvt()).isEqualTo("ps/stop"));
    }

    @ParameterizedTest
    @CsvSource({
        "greeter.exe, EXE, x86",
        "greeter64.exe, EXE, x64",
        "caller.exe, EXE, x86",
        "mbrwriter.exe, EXE, x86",
        "counter.dll, DLL, x86"
    })
    void theyAreBuiltForTheirMachines(String name, SpecimenKind kind, String architecture) {
        SpecimenFile specimen = SpecimenFile.examine(built.resolve(name), Limits.standard());

        assertThat(specimen.kind()).isEqualTo(kind);
        assertThat(specimen.architecture()).contains(architecture);
        assertThat(specimen.size()).isLessThan(64 * 1024);
    }

    @Test
    void theCounterIsFoundByNameAndByNumber() {
        SpecimenFile counter =
                SpecimenFile.examine(built.resolve("counter.dll"), Limits.standard());

        assertThat(StartPlan.of(counter, "#1 55").commandLine()).endsWith("counter.dll\",#1 55");
        assertThat(StartPlan.of(counter, "Run 55").commandLine()).endsWith("counter.dll\",Run 55");
    }

    @ParameterizedTest
    @CsvSource({"greeter.exe, pei-i386", "greeter64.exe, pei-x86-64"})
    void theGreeterCarriesItsHelperForTheSameMachine(
            String name, String format, @TempDir Path elsewhere) throws Exception {
        byte[] program = Files.readAllBytes(built.resolve(name));
        String text = new String(program, StandardCharsets.ISO_8859_1);
        int helper = text.lastIndexOf("MZ\u0090\0");
        assertThat(helper).isPositive();
        Path carried =
                Files.write(
                        elsewhere.resolve("helper.dll"),
                        Arrays.copyOfRange(program, helper, program.length));
        Process objdump =
                new ProcessBuilder("x86_64-w64-mingw32-objdump", "-p", carried.toString())
                        .redirectErrorStream(true)
                        .start();
        String listing =
                new String(objdump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(listing).contains("file format " + format).contains("] Hello");
    }

    @ParameterizedTest
    @CsvSource({
        "greeter.exe",
        "greeter64.exe",
        "caller.exe",
        "mbrwriter.exe",
        "counter.dll",
        "behind.exe",
        "chain.exe",
        "dodger.exe",
        "nihongo.exe",
        "package.exe",
        "acts.exe",
        "acts64.exe",
        "diskfiller.exe",
        "flood.exe",
        "killer.exe",
        "logoff.exe",
        "reboot.exe",
        "storm.exe"
    })
    void everyProgramAsksWhetherItIsInTheLab(String name) throws Exception {
        String text =
                new String(Files.readAllBytes(built.resolve(name)), StandardCharsets.ISO_8859_1);

        assertThat(text).contains("wine_get_version").contains("C:\\tsurutus\\launch.exe");
    }

    @Test
    void theInstallerAsksWhetherItIsInTheLab() {
        assertThat(SOURCES.resolve("dialogs/setup.nsi"))
                .content()
                .contains("wine_get_version")
                .contains("C:\\tsurutus\\launch.exe");
        assertThat(built.resolve("setup.exe"))
                .content(StandardCharsets.ISO_8859_1)
                .contains(wide("wine_get_version"))
                .contains(wide("C:\\tsurutus\\launch.exe"));
    }

    /// The text as it looks in UTF-16 to who reads one byte at a time.
    private static String wide(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    }

    @ParameterizedTest
    @CsvSource({
        "hello.bat, C:\\tsurutus\\launch.exe",
        "hello.vbs, C:\\tsurutus\\launch.exe",
        "hello.js, C:\\\\tsurutus\\\\launch.exe"
    })
    void everyScriptAsksWhetherItIsInTheLab(String name, String sentinel) throws Exception {
        assertThat(built.resolve(name)).content().contains(sentinel);
    }

    @Test
    void theSameBytesAreBuiltEveryTimeAndEverywhere(@TempDir Path parent) throws Exception {
        Path again = parent.resolve("another place");

        assertThat(build(again, Map.of())).isEqualTo("0 ");
        try (Stream<Path> files = Files.list(built)) {
            for (Path file : files.toList()) {
                assertThat(again.resolve(file.getFileName())).hasSameBinaryContentAs(file);
            }
        }
    }

    @Test
    void aMissingCompilerIsNamedWithItsPackages(@TempDir Path parent) throws Exception {
        Path tools = Files.createDirectory(parent.resolve("tools"));

        assertThat(build(parent.resolve("out"), Map.of("PATH", tools.toString())))
                .startsWith(
                        "4 examples/build.sh: i686-w64-mingw32-gcc is missing; install the"
                                + " packages gcc-mingw-w64-i686");
        assertThat(parent.resolve("out")).doesNotExist();
    }
}
