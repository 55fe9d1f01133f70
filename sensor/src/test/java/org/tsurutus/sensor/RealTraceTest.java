package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.FactWriter;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.file.PeFacts;

/// The whole trace of a real run of a harmless specimen. The kernel's facts of that run were not
/// kept in this form, so they are put by hand where they must have happened.
class RealTraceTest {
    private static final Optional<PeFacts> X86 =
            Optional.of(new PeFacts("x86", Optional.empty(), Optional.empty()));
    private static final long SEED = 8081;
    private static final int GO_AT_LINE = 30_000;
    private static final String TEMP = "/wine/drive_c/users/root/Temp/";
    private static final String RUN_KEY =
            "HKEY_USERS\\S-1-5-21-0-0-0-1000\\Software\\Microsoft\\Windows\\CurrentVersion\\Run";

    @TempDir private static Path directory;
    private static Run run;
    private static List<MarkIIRecord> again;

    @BeforeAll
    static void theRunIsReadTwice() throws IOException {
        Path trace =
                Path.of(System.getProperty("tsurutus.root", "."))
                        .resolve("../shared/proofs/wine-guest/wineserver-trace.log.gz");
        assumeTrue(
                Files.isRegularFile(trace),
                "the recorded trace " + trace + " is not on this machine");
        List<String> lines;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(trace))) {
            lines = new String(in.readAllBytes(), StandardCharsets.ISO_8859_1).lines().toList();
        }
        run = read(stream(lines, new SplittableRandom(SEED)));
        again = read(stream(lines, new SplittableRandom(SEED))).records;
    }

    @Test
    void everyProcessIsThereWithItsParent() {
        assertThat(run.values("ps/start", "psPath"))
                .containsExactly(
                        "C:\\windows\\system32\\start.exe",
                        "C:\\specimen\\spec.exe",
                        "C:\\windows\\system32\\explorer.exe",
                        "C:\\windows\\system32\\conhost.exe",
                        "C:\\windows\\system32\\cmd.exe",
                        "C:\\windows\\system32\\conhost.exe",
                        "C:\\windows\\system32\\rundll32.exe");
        String specimen = guid("ps/start", "C:\\specimen\\spec.exe");
        String shell = guid("ps/start", "C:\\windows\\system32\\cmd.exe");
        List<MarkIIRecord> starts = run.of("ps/start");
        assertThat(starts.get(3).value("parentGUID")).contains(specimen);
        assertThat(starts.get(4).value("parentGUID")).contains(specimen);
        assertThat(starts.get(4).value("cmd"))
                .contains("/c echo hello> C:\\windows\\temp\\child.txt");
        assertThat(starts.get(4).value("psID")).contains("284");
        assertThat(starts.get(5).value("parentGUID")).contains(shell);
        assertThat(starts.get(6).value("parentGUID")).contains(specimen);
        assertThat(starts.get(6).value("parentPath")).contains("C:\\specimen\\spec.exe");
        assertThat(starts.get(6).value("cmd")).contains("C:\\specimen\\feasdll.dll,Entry #1");
        assertThat(starts.get(1).value("sha256")).contains("5bec");
    }

    @Test
    void whatRanBeforeIsNamedAsRunning() {
        assertThat(run.values("ps/run", "psPath"))
                .contains(
                        "C:\\windows\\system32\\services.exe",
                        "C:\\windows\\system32\\winedevice.exe",
                        "C:\\windows\\system32\\plugplay.exe",
                        "C:\\windows\\system32\\svchost.exe",
                        "C:\\windows\\system32\\rpcss.exe")
                .doesNotContain("C:\\specimen\\spec.exe");
        assertThat(run.records.getFirst().kind()).isEqualTo("ps/run");
    }

    @Test
    void everyProcessThatStartedAlsoStopped() {
        assertThat(run.values("ps/stop", "psGUID"))
                .containsAll(run.values("ps/start", "psGUID"))
                .containsAll(run.values("ps/run", "psGUID"))
                .doesNotHaveDuplicates();
        assertThat(run.sensor.liveUnder("C:\\specimen\\spec.exe")).isZero();
        assertThat(run.sensor.startedUnder("C:\\specimen\\spec.exe")).isEqualTo(4);
        assertThat(run.sensor.startedBy("C:\\specimen\\spec.exe")).hasSize(3);
    }

    @Test
    void theSpecimensFilesAreThere() {
        assertThat(acts("file/create", "path"))
                .containsExactly(
                        "C:\\specimen\\spec.exe C:\\users\\root\\Temp\\dropped.tmp",
                        "C:\\specimen\\spec.exe C:\\windows\\dropcopy.exe",
                        "C:\\specimen\\spec.exe C:\\users\\root\\Temp\\del.me",
                        "C:\\windows\\system32\\cmd.exe C:\\windows\\temp\\child.txt",
                        "C:\\windows\\system32\\rundll32.exe C:\\windows\\temp\\rundll.txt");
        assertThat(acts("file/close", "path"))
                .containsExactlyInAnyOrder(
                        "C:\\specimen\\spec.exe C:\\users\\root\\Temp\\dropped.tmp",
                        "C:\\specimen\\spec.exe C:\\windows\\dropcopy.exe",
                        "C:\\specimen\\spec.exe C:\\users\\root\\Temp\\del.me",
                        "C:\\windows\\system32\\cmd.exe C:\\windows\\temp\\child.txt",
                        "C:\\windows\\system32\\rundll32.exe C:\\windows\\temp\\rundll.txt");
        assertThat(acts("file/rename", "dstPath"))
                .containsExactly("C:\\specimen\\spec.exe C:\\users\\root\\Temp\\dropped.exe");
        assertThat(acts("file/del", "path"))
                .containsExactly("C:\\specimen\\spec.exe C:\\users\\root\\Temp\\del.me");
        assertThat(run.of("file/close"))
                .allSatisfy(close -> assertThat(close.value("new")).contains("1"));
    }

    @Test
    void theSpecimensRegistryValuesAreThere() {
        String specimen = guid("ps/start", "C:\\specimen\\spec.exe");
        List<MarkIIRecord> set =
                run.of("reg/setVal").stream()
                        .filter(record -> record.value("psGUID", "").equals(specimen))
                        .filter(record -> record.value("path", "").equals(RUN_KEY))
                        .toList();
        assertThat(set)
                .extracting(record -> record.value("entry", "") + "=" + record.value("valStr", ""))
                .containsExactly("FeasSpecimen=C:\\users\\root\\Temp\\dropped.exe", "GoneSoon=x");
        assertThat(run.of("reg/delVal"))
                .filteredOn(record -> record.value("psGUID", "").equals(specimen))
                .extracting(record -> record.value("path", "") + " " + record.value("entry", ""))
                .contains(RUN_KEY + " GoneSoon");
    }

    @Test
    void theConnectionIsThere() {
        MarkIIRecord connection = run.only("net/con");
        assertThat(connection.value("psPath")).contains("C:\\specimen\\spec.exe");
        assertThat(connection.value("srcIP")).contains("127.0.0.1");
        assertThat(connection.value("dstIP")).contains("127.0.0.1");
        assertThat(connection.value("dstPort")).contains("8081");
    }

    @Test
    void theRawDiskIsThere() {
        assertThat(run.sensor.rawDiskOpens())
                .singleElement()
                .satisfies(open -> {
                    assertThat(open.psPath()).isEqualTo("C:\\specimen\\spec.exe");
                    assertThat(open.path()).isEqualTo("\\\\.\\PhysicalDrive0");
                    assertThat(open.forWriting()).isTrue();
                });
    }

    @Test
    void nothingWasLostOrMisunderstood() {
        assertThat(run.sensor.gaps())
                .allSatisfy((gap, count) -> assertThat(count).as(gap).isZero());
        assertThat(run.sensor.counts().traceLines()).isEqualTo(54_154);
    }

    @Test
    void numbersRunFromOneAndTheSameFactsGiveTheSameLog() {
        for (int i = 0; i < run.records.size(); i++) {
            assertThat(run.records.get(i).value("sn")).contains(Integer.toString(i + 1));
        }
        assertThat(again).isEqualTo(run.records);
    }

    private static Run read(byte[] stream) {
        FileFacts specimen = new FileFacts(1, "md5", "sha1", "5bec", X86);
        Run read = new Run(directory, Map.of("c:\\SPECIMEN\\spec.exe", specimen));
        FactReader reader = new FactReader(new ByteArrayInputStream(stream));
        read.sensor.follow(reader);
        reader.forEach(fact -> {
            if (fact instanceof RawFact.Note note && note.text().equals("go")) {
                read.sensor.startRecording(Run.GO, fact.nanos());
            }
            read.sensor.accept(fact);
        });
        read.sensor.finish();
        return read;
    }

    /// The trace in random pieces, with the kernel's facts before the lines that follow them.
    private static byte[] stream(List<String> lines, SplittableRandom random) {
        Guest guest = new Guest();
        ByteArrayOutputStream piece = new ByteArrayOutputStream();
        String before = "";
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<Consumer<Guest>> kernel = kernel(before, line);
            if (i == GO_AT_LINE || kernel.isPresent()) {
                cut(piece, guest, random);
                kernel.ifPresentOrElse(facts -> facts.accept(guest), () -> guest.note("go"));
            }
            piece.writeBytes((line + "\n").getBytes(StandardCharsets.ISO_8859_1));
            before = line;
        }
        cut(piece, guest, random);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        guest.facts().forEach(new FactWriter(out)::write);
        return out.toByteArray();
    }

    private static void cut(ByteArrayOutputStream piece, Guest guest, SplittableRandom random) {
        byte[] bytes = piece.toByteArray();
        piece.reset();
        for (int from = 0; from < bytes.length; ) {
            int size = Math.min(bytes.length - from, 1 + random.nextInt(20_000));
            guest.bytes(Arrays.copyOfRange(bytes, from, from + size));
            from += size;
        }
    }

    /// What the kernel reported between two lines: a new file before the reply to the call that
    /// made it; its close sometimes at once, sometimes after the handle was closed.
    private static Optional<Consumer<Guest>> kernel(String before, String line) {
        if (before.contains("create=5") && before.contains("dropped.tmp\"")) {
            return Optional.of(guest -> guest.created(TEMP + "dropped.tmp"));
        }
        if (before.contains("create=5") && before.contains("dropcopy.exe\"")) {
            String path = "/wine/drive_c/windows/dropcopy.exe";
            return Optional.of(guest -> guest.created(path).closed(path, "copy"));
        }
        if (before.contains("create=5") && before.contains("del.me\"")) {
            return Optional.of(guest -> guest.created(TEMP + "del.me"));
        }
        if (line.contains("options=00001040") && line.contains("del.me\"")) {
            return Optional.of(guest -> guest.closed(TEMP + "del.me", ""));
        }
        if (line.contains("name=L\"FeasSpecimen\"") && line.contains("set_key_value(")) {
            return Optional.of(guest -> guest.deleted(TEMP + "del.me"));
        }
        if (line.contains("create=1") && line.contains("dropped.tmp\"")) {
            return Optional.of(guest -> guest.closed(TEMP + "dropped.tmp", "AAAA"));
        }
        if (line.equals("0098: set_fd_name_info() = 0")) {
            return Optional.of(guest -> guest.moved(TEMP + "dropped.tmp", TEMP + "dropped.exe"));
        }
        if (before.contains("create=5") && before.contains("child.txt\"")) {
            return Optional.of(guest -> guest.created("/wine/drive_c/windows/temp/child.txt"));
        }
        if (line.equals("0120: *killed* exit_code=0")) {
            return Optional.of(
                    guest -> guest.closed("/wine/drive_c/windows/temp/child.txt", "hello\r\n"));
        }
        if (before.contains("create=5") && before.contains("rundll.txt\"")) {
            return Optional.of(guest -> guest.created("/wine/drive_c/windows/temp/rundll.txt"));
        }
        if (before.equals("0138: *killed* exit_code=0")) {
            return Optional.of(
                    guest -> guest.closed("/wine/drive_c/windows/temp/rundll.txt", "#1"));
        }
        return Optional.empty();
    }

    private List<String> acts(String kind, String key) {
        return run.of(kind).stream()
                .map(record -> record.value("psPath", "") + " " + record.value(key, ""))
                .toList();
    }

    private static String guid(String kind, String path) {
        return run.of(kind).stream()
                .filter(record -> record.value("psPath", "").equals(path))
                .findFirst()
                .flatMap(record -> record.value("psGUID"))
                .orElseThrow();
    }
}
