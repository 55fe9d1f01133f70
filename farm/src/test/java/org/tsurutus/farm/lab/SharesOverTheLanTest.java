package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.host.Command;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.network.lan.FrameTap;
import org.tsurutus.network.lan.Lan;

/// Two real PCs on one real LAN: a visitor guesses passwords, copies itself over `admin$` and has
/// its copy started.
@Tag("guest")
class SharesOverTheLanTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String COPY = "\\\\10.77.0.12\\admin$\\visited.exe";
    private static final String THERE = "C:\\windows\\visited.exe";
    private static final String HOST = "C:\\windows\\system32\\tsurusvc.exe";

    @TempDir Path folder;

    @Test
    void whatOnePcDoesToAnotherIsToldAtBothEnds() throws IOException {
        Path archive = visitor();
        Lan lan = Lan.open("office", FrameTap.NONE);
        try (LanPc source = new LanPc(lan, 1, archive, folder);
                LanPc target = new LanPc(lan, 2, archive, folder)) {
            target.tell("account admin Winter-2026%21");
            target.tell("serve");
            source.tell("credentials admin Winter-2026%21");
            source.tell("unpack /wine/drive_c/users/lab/Desktop");
            source.startRecording();
            target.startRecording();
            int before = source.session().noteCount();
            source.tell(
                    "run C:\\users\\lab\\Desktop\tC:\\users\\lab\\Desktop\\visitor.exe 10.77.0.12");
            assertThat(
                            source.session()
                                    .awaitNote(before, note -> note.startsWith("ended "), PATIENCE))
                    .isEqualTo("ended 0");
            target.awaitEndUnder(HOST);
            assertThat(target.session().noted("done forged")).isFalse();
            String sha256 = sourceTells(source.finish());
            targetTells(target.finish(), sha256);
            assertThat(source.gaps()).as("gaps at the source").isEmpty();
            assertThat(target.gaps()).as("gaps at the target").isEmpty();
        } finally {
            lan.close();
        }
    }

    private static String sourceTells(List<MarkIIRecord> log) {
        MarkIIRecord create = only(log, "file/create", "path", COPY);
        assertThat(values(create, "mntFld", "drvType"))
                .containsExactly("\\\\10.77.0.12\\admin$", "Net");
        MarkIIRecord copy = only(log, "file/copy", "dstPath", COPY);
        assertThat(values(copy, "path", "drvType", "dstMntFld", "dstDrv"))
                .containsExactly(
                        "C:\\users\\lab\\Desktop\\visitor.exe",
                        "HDD",
                        "\\\\10.77.0.12\\admin$",
                        "Net");
        MarkIIRecord close = only(log, "file/close", "path", COPY);
        assertThat(values(close, "mntFld", "drvType", "read", "pe", "new"))
                .containsExactly("\\\\10.77.0.12\\admin$", "Net", "0", "1", "1");
        assertThat(values(close, "write", "sha256"))
                .containsExactly(text(copy, "size"), text(copy, "sha256"));
        assertThat(values(only(log, "net/con", "dstPort", "445"), "psPath", "dstIP"))
                .containsExactly("System", "10.77.0.12");
        return text(copy, "sha256");
    }

    private static void targetTells(List<MarkIIRecord> log, String sha256) {
        assertThat(values(only(log, "file/create", "path", THERE), "psPath", "drvType"))
                .containsExactly("System", "HDD");
        MarkIIRecord close = only(log, "file/close", "path", THERE);
        assertThat(values(close, "psPath", "sha256", "write", "new"))
                .containsExactly("System", sha256, text(close, "size"), "1");
        assertThat(values(only(log, "net/acpt", "dstPort", "445"), "psPath", "srcIP"))
                .containsExactly("System", "10.77.0.11");
        assertThat(all(log, "session/loginRFail"))
                .hasSize(3)
                .allSatisfy(failed ->
                        assertThat(values(failed, "usr", "srcIP"))
                                .containsExactly("admin", "10.77.0.11"));
        assertThat(all(log, "session/loginR"))
                .hasSize(2)
                .allSatisfy(logon ->
                        assertThat(values(logon, "usr", "srcIP"))
                                .containsExactly("admin", "10.77.0.11"));
        MarkIIRecord start = only(log, "ps/start", "psPath", THERE);
        assertThat(
                        values(
                                start,
                                "cmd",
                                "parentPath",
                                "psUser",
                                "usr",
                                "rcIP",
                                "sessionID",
                                "sha256"))
                .containsExactly("here", HOST, "admin", "admin", "10.77.0.11", "0", sha256);
        assertThat(
                        values(
                                only(log, "file/create", "path", "C:\\windows\\temp\\visited.txt"),
                                "usr"))
                .containsExactly("admin");
    }

    private static List<MarkIIRecord> all(List<MarkIIRecord> log, String kind) {
        return log.stream()
                .filter(record -> (text(record, "evt") + "/" + text(record, "subEvt")).equals(kind))
                .toList();
    }

    private static MarkIIRecord only(
            List<MarkIIRecord> log, String kind, String key, String value) {
        List<MarkIIRecord> found =
                all(log, kind).stream()
                        .filter(record -> text(record, key).equalsIgnoreCase(value))
                        .toList();
        assertThat(found).as("%s with %s=%s", kind, key, value).hasSize(1);
        return found.getFirst();
    }

    private static List<String> values(MarkIIRecord record, String... keys) {
        return Arrays.stream(keys).map(key -> text(record, key)).toList();
    }

    private static String text(MarkIIRecord record, String key) {
        return record.fields().stream()
                .filter(field -> field.key().equals(key))
                .map(Field::value)
                .findFirst()
                .orElse("");
    }

    private Path visitor() throws IOException {
        Path source = folder.resolve("visitor.c");
        try (InputStream in = SharesOverTheLanTest.class.getResourceAsStream("visitor.c")) {
            Files.write(source, Objects.requireNonNull(in, "visitor.c").readAllBytes());
        }
        Command.of(
                        "i686-w64-mingw32-gcc",
                        "-std=c11",
                        "-Wall",
                        "-Wextra",
                        "-Werror",
                        "-Os",
                        "-s",
                        "-static",
                        "-o",
                        folder.resolve("visitor.exe").toString(),
                        source.toString(),
                        "-lws2_32")
                .run();
        Path archive = folder.resolve("visitor.tar");
        Command.of("tar", "-C", folder.toString(), "-cf", archive.toString(), "visitor.exe").run();
        return archive;
    }
}
