package org.tsurutus.app.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;

/// The log of the sample run: a launcher among Wine's own processes, and a specimen under it.
final class SampleLog {
    static final String TERMINAL = "5b0c4a52-7f9e-4f5e-9f5d-2f6c4d1b7a10";
    static final String DROPPED =
            "2c26b46b68ffc68ff99b453c1d30413413422d706483bfa0f98a5e886266e7ae";

    private static final OffsetDateTime START =
            OffsetDateTime.parse("2026-11-22T21:00:01.000+09:00");
    private static final String ROOT = "{A}";
    private static final String CHILD = "{B}";

    private final MarkIIWriter writer;
    private int serial = 100;

    private SampleLog(MarkIIWriter writer) {
        this.writer = writer;
    }

    static void write(Path file) throws IOException {
        try (MarkIIWriter writer = new MarkIIWriter(Files.newOutputStream(file))) {
            new SampleLog(writer).write();
        }
    }

    private void write() {
        process("run", 0, "{S}", "C:\\windows\\system32\\services.exe", "", "{0}");
        process("run", 0, "{E}", "C:\\windows\\explorer.exe", "/desktop", "{S}");
        process("run", 0, "{L}", "C:\\tsurutus\\launch.exe", "", "{E}");
        put(
                event(1, "file", "close", "{E}", "C:\\windows\\explorer.exe")
                        .put("path", "C:\\system-only.txt")
                        .put("write", 1));
        process("start", 1_000, ROOT, "C:\\specimen\\invoice.exe", "/quiet \"two words\"", "{L}");
        put(file(1_120, "create", ROOT, "C:\\users\\user\\AppData\\Roaming\\updater.exe"));
        put(
                file(1_210, "close", ROOT, "C:\\users\\user\\AppData\\Roaming\\updater.exe")
                        .put("read", 120)
                        .put("write", 7)
                        .put("sha256", DROPPED)
                        .put("sha1", "0beec7b5ea3f0fdbc95d0dd47f3c5bc275da8a33")
                        .put("md5", "acbd18db4cc2f85cedef654fccc4a4d8")
                        .put("size", 7)
                        .put("new", 1));
        put(
                event(1_300, "reg", "setVal", ROOT, "C:\\specimen\\invoice.exe")
                        .put(
                                "path",
                                "HKEY_CURRENT_USER\\Software\\Microsoft\\Windows\\CurrentVersion\\Run")
                        .put("entry", "Updater" + SampleRun.HOSTILE)
                        .put("valType", "REG_SZ")
                        .put("valStr", SampleRun.HOSTILE + "\u001B[31m\u202Exe.exe\n"));
        process(
                "start",
                1_900,
                CHILD,
                "C:\\users\\user\\AppData\\Roaming\\updater.exe",
                "--first-run " + SampleRun.HOSTILE,
                ROOT);
        put(
                event(2_050, "net", "con", CHILD, "C:\\users\\user\\AppData\\Roaming\\updater.exe")
                        .put("srcIP", "10.0.2.15")
                        .put("srcPort", 49_160)
                        .put("dstIP", "192.0.2.10")
                        .put("dstPort", 443));
        put(
                file(2_400, "close", CHILD, "C:\\users\\user\\Documents\\お知らせ.txt")
                        .put("size", 4_096)
                        .put(
                                "sha256",
                                "fcde2b2edba56bf408601fb721fe9b5c338d10ee429ea04fae5511b68fbf8fb9")
                        .put("new", 0));
        put(
                file(2_600, "rename", CHILD, "C:\\users\\user\\Documents\\a.txt")
                        .put("dstPath", "C:\\users\\user\\Documents\\a.txt.locked"));
        put(
                event(
                                2_700,
                                "win",
                                "active",
                                CHILD,
                                "C:\\users\\user\\AppData\\Roaming\\updater.exe")
                        .put("winTitle", "Invoice"));
        put(
                event(
                                3_000,
                                "disk",
                                "write",
                                CHILD,
                                "C:\\users\\user\\AppData\\Roaming\\updater.exe")
                        .put("path", "\\\\.\\PhysicalDrive0")
                        .put("lba", 0)
                        .put("sectors", 1)
                        .put(
                                "oldSha256",
                                "076a27c79e5ace2a3d47f9dd2e83e4ff6ea8872b3c2218f66c92b89b55f36560")
                        .put(
                                "newSha256",
                                "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"));
        put(event(4_000, "ps", "stop", CHILD, "C:\\users\\user\\AppData\\Roaming\\updater.exe"));
        put(
                lab(4_123, "screen", "click")
                        .put("panel", "dialog")
                        .put("control", "button")
                        .put("label", "OK")
                        .put("box", "430,430,90,30")
                        .put("how", "click")
                        .put("word", "ok")
                        .put("reason", "affirmative")
                        .put("effect", "changed")
                        .put("reaction", 210)
                        .put("frame", SampleRun.FRAME.substring(0, 16)));
        put(event(4_200, "ps", "stop", ROOT, "C:\\specimen\\invoice.exe"));
    }

    private void process(
            String kind, int millis, String guid, String path, String arguments, String parent) {
        put(
                event(millis, "ps", kind, guid, path)
                        .put("cmd", arguments)
                        .put("psID", 1_000 + serial)
                        .put("parentGUID", parent)
                        .put("parentPath", "C:\\windows\\system32\\wininit.exe")
                        .put("psUser", "user"));
    }

    private MarkIIRecord.Builder file(int millis, String kind, String guid, String path) {
        String image =
                guid.equals(ROOT)
                        ? "C:\\specimen\\invoice.exe"
                        : "C:\\users\\user\\AppData\\Roaming\\updater.exe";
        return event(millis, "file", kind, guid, image).put("path", path).put("drvType", "HDD");
    }

    private MarkIIRecord.Builder event(
            int millis, String event, String kind, String guid, String path) {
        return lab(millis, event, kind).put("sessionID", 1).put("psGUID", guid).put("psPath", path);
    }

    /// What no process did.
    private MarkIIRecord.Builder lab(int millis, String event, String kind) {
        return MarkIIRecord.at(START.plusNanos(millis * 1_000_000L))
                .put("loc", "ja-JP")
                .put("type", "ITM2")
                .put("sn", serial++)
                .put("lv", 5)
                .put("evt", event)
                .put("subEvt", kind)
                .put("os", "Win")
                .put("com", "PC01")
                .put("tmid", TERMINAL);
    }

    private void put(MarkIIRecord.Builder record) {
        writer.write(record.build());
    }

    /// What a second PC adds to the log.
    static String spread() {
        return """
        11/22/2026 21:00:03.000 +0900 sn=900 evt=file subEvt=close com="PC01" tmid=%1$s psGUID={A} psPath="C:\\specimen\\invoice.exe" path="\\\\PC02\\admin$\\copy.exe" write=10 sha256=%2$s
        11/22/2026 21:00:03.050 +0900 sn=901 evt=net subEvt=con com="PC01" tmid=%1$s psGUID={A} psPath="C:\\specimen\\invoice.exe" srcIP=10.0.2.15 srcPort=5000 dstIP=10.0.2.16 dstPort=7445
        11/22/2026 21:00:03.060 +0900 sn=1 evt=net subEvt=acpt com="PC02" tmid=%3$s psGUID={H} psPath="C:\\windows\\host.exe" srcIP=10.0.2.15 srcPort=5000 dstIP=10.0.2.16 dstPort=7445
        11/22/2026 21:00:03.070 +0900 sn=2 evt=session subEvt=loginRFail com="PC02" tmid=%3$s usr="<b>guest</b>" srcIP="10.0.2.15" srcPort="5000"
        11/22/2026 21:00:03.080 +0900 sn=3 evt=session subEvt=loginR com="PC02" tmid=%3$s usr="admin" srcIP="10.0.2.15" srcPort="5000"
        11/22/2026 21:00:03.100 +0900 sn=4 evt=ps subEvt=start com="PC02" tmid=%3$s rcIP="10.0.2.15" psGUID={P} psPath="C:\\windows\\copy.exe" cmd="go" parentGUID={H} psUser="admin" sha256=%2$s
        11/22/2026 21:00:03.200 +0900 sn=5 evt=file subEvt=create com="PC02" tmid=%3$s psGUID={P} psPath="C:\\windows\\copy.exe" path="C:\\arrived.txt"
        11/22/2026 21:00:03.300 +0900 sn=6 evt=screen subEvt=click com="PC02" tmid=%3$s frame=%4$s
        """
                .formatted(
                        TERMINAL, DROPPED, SampleRun.SPREAD_TO, SampleRun.FRAME.substring(0, 16));
    }
}
