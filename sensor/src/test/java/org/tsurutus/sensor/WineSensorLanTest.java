package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.FileId;
import org.tsurutus.sensor.fact.FileTimes;
import org.tsurutus.sensor.fact.Peer;
import org.tsurutus.sensor.fact.RawFact;

/// What PCs do to each other. The real streams are of two Wine guests on one LAN, 2026-11-24: a
/// program of the one asked the service host of the other with three wrong passwords, copied itself
/// over `admin$` and had its copy started.
class WineSensorLanTest {
    private static final RawFact.Marks BY_SERVER = new RawFact.Marks(true, false);
    private static final RawFact.Marks FOLDER_BY_SERVER = new RawFact.Marks(true, true);
    private static final String SHARE = "\\\\10.77.0.12\\admin$";
    private static final String UNKNOWN = "Unknown user name or bad password.";
    private static final String SMB =
            """
            smb {"type": "Authentication", "Authentication": {"status": "%s", \
            "remoteAddress": "ipv4:10.77.0.11:40000", "clientAccount": "%s", "workstation": "PC1"}}\
            """;

    @TempDir Path folder;

    private Run real(String stream, String start) throws IOException {
        Run run = new Run(folder, Map.of());
        try (InputStream in =
                new GZIPInputStream(
                        Objects.requireNonNull(
                                WineSensorLanTest.class.getResourceAsStream(stream)))) {
            FactReader reader = new FactReader(in);
            run.sensor.follow(reader);
            reader.forEach(fact -> {
                run.sensor.accept(fact);
                if (fact instanceof RawFact.Note note && note.text().equals(start)) {
                    run.sensor.startRecording(Run.GO, fact.nanos(), Optional.empty());
                }
            });
        }
        run.sensor.finish();
        return run;
    }

    @Test
    void theSourceTellsOfTheShareByItsRoot() throws IOException {
        Run run = real("lan-source.facts.gz", "done unpack");
        run.hasNoGaps();
        assertThat(run.of("file/create"))
                .singleElement()
                .satisfies(
                        create -> values(create, "path", SHARE + "\\visited.exe", "mntFld", SHARE),
                        create -> values(create, "drvType", "Net"));
        MarkIIRecord copy = run.only("file/copy");
        values(copy, "path", "C:\\users\\lab\\Desktop\\visitor.exe", "drvType", "HDD");
        values(copy, "dstMntFld", SHARE, "dstPath", SHARE + "\\visited.exe", "dstDrv", "Net");
        MarkIIRecord close = run.only("file/close");
        values(close, "mntFld", SHARE, "read", "0", "write", "45568", "pe", "1", "new", "1");
        assertThat(close.value("sha256", "-")).isEqualTo(copy.value("sha256", "+"));
        assertThat(run.of("net/con").stream().map(con -> con.value("psPath", "-")))
                .contains("System", "C:\\users\\lab\\Desktop\\visitor.exe");
    }

    @Test
    void theTargetTellsWhoCameAndWhatWasDone() throws IOException {
        Run run = real("lan-target.facts.gz", "done serve");
        run.hasNoGaps();
        assertThat(run.values("session/loginRFail", "failReason"))
                .containsExactly(UNKNOWN, UNKNOWN, UNKNOWN);
        assertThat(run.values("session/loginR", "srcCom")).containsExactly("OFFICE-PC1", "-");
        assertThat(run.values("session/loginR", "srcIP"))
                .containsExactly("10.77.0.11", "10.77.0.11");
        assertThat(run.values("file/create", "psPath"))
                .containsExactly("System", "C:\\windows\\visited.exe");
        assertThat(run.values("file/close", "write")).containsExactly("45568", "9");
        MarkIIRecord start = run.of("ps/start").getFirst();
        values(start, "psPath", "C:\\windows\\visited.exe", "cmd", "here", "sessionID", "0");
        values(start, "usr", "admin", "psUser", "admin", "rcIP", "10.77.0.11");
        values(start, "parentPath", "C:\\windows\\system32\\tsurusvc.exe");
        assertThat(run.values("file/create", "usr")).containsExactly("-", "admin");
        assertThat(run.values("net/acpt", "psPath")).contains("System");
    }

    @Test
    void whatTheServerMakesMovesAndRemovesIsWindowsOwnDoing() {
        Run run =
                Run.of(
                        folder,
                        List.of(
                                created("/wine/drive_c/a", FOLDER_BY_SERVER),
                                created("/wine/drive_c/a/b", BY_SERVER),
                                new RawFact.Moved(
                                        0,
                                        later(),
                                        "/wine/drive_c/a/b",
                                        "/wine/drive_c/c",
                                        BY_SERVER),
                                new RawFact.Deleted(0, later(), "/wine/drive_c/c", BY_SERVER),
                                new RawFact.Deleted(
                                        0, later(), "/wine/drive_c/a", FOLDER_BY_SERVER),
                                created("/etc/passwd", BY_SERVER)));
        assertThat(run.records.stream().map(MarkIIRecord::kind))
                .containsExactly(
                        "ps/run",
                        "file/createDir",
                        "file/create",
                        "file/rename",
                        "file/del",
                        "file/delDir");
        values(run.only("ps/run"), "psPath", "System", "psID", "4", "psUser", "SYSTEM");
        run.hasNoGaps();
    }

    @Test
    void aCloseOfTheServerThatChangedNothingIsNotTold() {
        FileId file = new FileId(8, 9);
        List<RawFact> once =
                List.of(
                        created("/wine/drive_c/x", BY_SERVER),
                        new RawFact.Served(0, later(), file, 0, 5),
                        new RawFact.Served(0, later(), file, 0, 0),
                        closed(file, 1),
                        new RawFact.Content(
                                0,
                                later(),
                                1,
                                ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8))),
                        new RawFact.ClosedEnd(0, later(), 1, 5, RawFact.Ending.COMPLETE),
                        new RawFact.Served(0, later(), file, 0, 0),
                        closed(file, 2),
                        new RawFact.Content(
                                0,
                                later(),
                                2,
                                ByteBuffer.wrap("hello".getBytes(StandardCharsets.UTF_8))),
                        new RawFact.ClosedEnd(0, later(), 2, 5, RawFact.Ending.COMPLETE));
        Run run = Run.of(folder, once);
        values(
                run.only("file/close"),
                "sha256",
                Run.SHA256_OF_HELLO,
                "write",
                "5",
                "new",
                "1",
                "psPath",
                "System");
    }

    @Test
    void connectionsOfSharesAreWindowsOwn() throws UnknownHostException {
        Peer here = new Peer(InetAddress.getByName("10.77.0.12"), 445);
        Peer there = new Peer(InetAddress.getByName("10.77.0.11"), 40_000);
        Run run =
                Run.of(
                        folder,
                        List.of(
                                new RawFact.Accepted(0, later(), here, there),
                                new RawFact.Connected(0, later(), there, here, true)));
        values(run.only("net/acpt"), "srcIP", "10.77.0.11", "srcPort", "40000", "dstPort", "445");
        values(run.only("net/con"), "srcIP", "10.77.0.11", "dstIP", "10.77.0.12");
        values(run.only("net/est"), "psPath", "System");
    }

    @Test
    void logonsComeFromNotesAndBrokenOnesAreCounted() {
        Run run =
                Run.of(
                        folder,
                        List.of(
                                note(SMB.formatted("NT_STATUS_OK", "admin")),
                                note(SMB.formatted("NT_STATUS_NO_SUCH_USER", "a\\\"b\\u0001")),
                                note(SMB.formatted("NT_STATUS_ACCOUNT_DISABLED", "x")),
                                note("remote refused task 0 10.77.0.11 40001 no body"),
                                note("smb {\"timestamp\""),
                                note("smb {}"),
                                note("remote control"),
                                note("done serve")));
        assertThat(run.values("session/loginR", "usr")).containsExactly("admin");
        assertThat(run.values("session/loginRFail", "failReason"))
                .containsExactly(UNKNOWN, "NT_STATUS_ACCOUNT_DISABLED", UNKNOWN);
        assertThat(run.values("session/loginRFail", "srcPort"))
                .containsExactly("40000", "40000", "40001");
        assertThat(run.gap("trace records not understood")).isEqualTo(3);
    }

    private long nanos = Run.GO_NANOS;

    private long later() {
        nanos += 1_000_000;
        return nanos;
    }

    private RawFact note(String text) {
        return new RawFact.Note(0, later(), text);
    }

    private RawFact created(String path, RawFact.Marks marks) {
        return new RawFact.Created(0, later(), path, marks);
    }

    private RawFact closed(FileId file, long content) {
        FileTimes times = new FileTimes(Instant.EPOCH, Instant.EPOCH, Optional.empty());
        return new RawFact.Closed(
                0, later(), content, 900, 5, file, times, "/wine/drive_c/x", BY_SERVER);
    }

    /// Keys and their values in turn.
    private static void values(MarkIIRecord record, String... expected) {
        for (int i = 0; i < expected.length; i += 2) {
            assertThat(record.value(expected[i], "-")).as(expected[i]).isEqualTo(expected[i + 1]);
        }
    }
}
