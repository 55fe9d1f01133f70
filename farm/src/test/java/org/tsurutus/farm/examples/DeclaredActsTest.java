package org.tsurutus.farm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tsurutus.farm.examples.Declaration.Act;
import org.tsurutus.markii.MarkIIRecord;

class DeclaredActsTest {
    private static final OffsetDateTime TIME =
            OffsetDateTime.parse("2026-11-22T12:00:00.000+09:00");
    private static final String LAUNCHER = "{00000000-0000-0000-0000-000000000001}";
    private static final String GREETER = "{00000000-0000-0000-0000-000000000002}";
    private static final String SHELL = "{00000000-0000-0000-0000-000000000003}";
    private static final String GREETER_PATH = "C:\\users\\lab\\Desktop\\greeter.exe";
    private static final String SHELL_PATH = "C:\\windows\\system32\\cmd.exe";

    private static final List<MarkIIRecord> LOG =
            List.of(
                    record("ps", "start", GREETER, GREETER_PATH)
                            .put("cmd", "")
                            .put("parentGUID", LAUNCHER)
                            .put("parentPath", "C:\\tsurutus\\launch.exe")
                            .build(),
                    record("ps", "start", SHELL, SHELL_PATH)
                            .put("cmd", "/c echo hello")
                            .put("parentGUID", GREETER)
                            .put("parentPath", GREETER_PATH)
                            .build(),
                    record("file", "rename", GREETER, GREETER_PATH)
                            .put("path", "C:\\users\\lab\\Temp\\tsu-drop.tmp")
                            .put("dstPath", "C:\\users\\lab\\Temp\\tsu-drop.dat")
                            .build(),
                    record("file", "close", SHELL, SHELL_PATH)
                            .put("path", "C:\\windows\\temp\\tsu-child.txt")
                            .put("new", "1")
                            .build(),
                    record("reg", "setVal", GREETER, GREETER_PATH)
                            .put("path", "HKEY_USERS\\S-1-5-21-1-2-3-1000\\Software\\Run")
                            .put("entry", "TsurutusExample")
                            .build());

    private static MarkIIRecord.Builder record(
            String evt, String subEvt, String guid, String path) {
        return MarkIIRecord.at(TIME)
                .put("evt", evt)
                .put("subEvt", subEvt)
                .put("psGUID", guid)
                .put("psPath", path);
    }

    private static Act act(String process, String kind, Map<String, String> fields) {
        String[] parts = kind.split("/");
        return new Act(process, parts[0], parts[1], Optional.empty(), fields);
    }

    private static Act startedBy(String parent, Act act) {
        return new Act(act.process(), act.evt(), act.subEvt(), Optional.of(parent), act.fields());
    }

    private static List<String> shortfalls(List<MarkIIRecord> log, Act... acts) {
        Declaration declaration =
                new Declaration("greeter.exe", "", List.of(), 0, List.of(acts), List.of());
        return DeclaredActs.shortfalls(declaration, log).stream().map(Object::toString).toList();
    }

    @Test
    void whatTheLogShowsIsNoShortfall() {
        assertThat(
                        shortfalls(
                                LOG,
                                act("greeter.exe", "ps/start", Map.of("cmd", "")),
                                startedBy(
                                        "greeter.exe",
                                        act("cmd.exe", "ps/start", Map.of("cmd", "/c echo hello"))),
                                act(
                                        "greeter.exe",
                                        "file/rename",
                                        Map.of(
                                                "path",
                                                "*\\TSU-drop.tmp",
                                                "dstPath",
                                                "*\\tsu-drop.DAT")),
                                act(
                                        "cmd.exe",
                                        "file/close",
                                        Map.of(
                                                "path",
                                                "C:\\Windows\\Temp\\tsu-child.txt",
                                                "new",
                                                "1")),
                                act(
                                        "greeter.exe",
                                        "reg/setVal",
                                        Map.of(
                                                "path",
                                                "*\\software\\Run",
                                                "entry",
                                                "TsurutusExample"))))
                .isEmpty();
    }

    @Test
    void anActThatNoRecordShowsIsMissingByName() {
        assertThat(
                        shortfalls(
                                LOG,
                                act("greeter.exe", "file/del", Map.of("path", "*\\tsu-gone.tmp")),
                                act("cmd.exe", "file/close", Map.of("path", "*child.txt"))))
                .containsExactly("missing: greeter.exe file/del path=*\\tsu-gone.tmp");
    }

    @Test
    void everyFieldCounts() {
        assertThat(
                        shortfalls(
                                LOG,
                                act(
                                        "greeter.exe",
                                        "file/rename",
                                        Map.of("path", "*.tmp", "dstPath", "*.exe")),
                                act("cmd.exe", "file/close", Map.of("path", "tsu-child.txt")),
                                act("cmd.exe", "file/close", Map.of("write", "0")),
                                act(
                                        "greeter.exe",
                                        "reg/setVal",
                                        Map.of("entry", "tsurutusexample")),
                                act("cmd.exe", "ps/start", Map.of("cmd", "*longer /c echo hello"))))
                .containsExactly(
                        "missing: greeter.exe file/rename dstPath=*.exe path=*.tmp",
                        "missing: cmd.exe file/close path=tsu-child.txt",
                        "missing: cmd.exe file/close write=0",
                        "missing: greeter.exe reg/setVal entry=tsurutusexample",
                        "missing: cmd.exe ps/start cmd=*longer /c echo hello");
    }

    @Test
    void anotherProcessIsReported() {
        assertThat(shortfalls(LOG, act("greeter.exe", "file/close", Map.of("path", "*child.txt"))))
                .containsExactly("done by cmd.exe instead: greeter.exe file/close path=*child.txt");
    }

    @Test
    void anotherParentIsReported() {
        assertThat(
                        shortfalls(
                                LOG,
                                startedBy(
                                        "explorer.exe",
                                        act("cmd.exe", "ps/start", Map.of("cmd", "/c echo hello"))),
                                startedBy(
                                        "launch.exe",
                                        act("greeter.exe", "ps/start", Map.of("cmd", "")))))
                .containsExactly(
                        "done by cmd.exe started by greeter.exe instead: cmd.exe started by"
                                + " explorer.exe ps/start cmd=/c echo hello",
                        "done by greeter.exe started by launch.exe that was not seen to start"
                                + " instead: greeter.exe started by launch.exe ps/start cmd=");
    }

    @Test
    void aProcessIsKnownByItsIdentityAndNotByThePathOnTheRecord() {
        List<MarkIIRecord> log =
                List.of(
                        LOG.getFirst(),
                        record("file", "del", GREETER, "C:\\wrong\\other.exe")
                                .put("path", "a")
                                .build(),
                        record("file", "del", SHELL, SHELL_PATH).put("path", "b").build());

        assertThat(
                        shortfalls(
                                log,
                                act("greeter.exe", "file/del", Map.of("path", "a")),
                                act("cmd.exe", "file/del", Map.of("path", "b"))))
                .containsExactly(
                        "done by cmd.exe that was not seen to start instead: cmd.exe file/del"
                                + " path=b");
    }
}
