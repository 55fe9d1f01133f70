package org.tsurutus.farm.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.tsurutus.farm.examples.Score.Count;
import org.tsurutus.markii.MarkIIRecord;

class ScorerTest {
    private static final OffsetDateTime TIME =
            OffsetDateTime.parse("2026-11-22T12:00:00.000+09:00");
    private static final Catalogue CATALOGUE =
            new Catalogue(
                    List.of(
                            new CatalogueAct(
                                    "write",
                                    "acts-files.exe write",
                                    List.of("wine32"),
                                    List.of(
                                            expected(
                                                    "acts-files.exe",
                                                    "ps",
                                                    "start",
                                                    "cmd",
                                                    "write"),
                                            expected("cmd.exe", "ps", "start", "cmd", "/c x"),
                                            expected("cmd.exe", "file", "del", "path", "C:\\A"),
                                            expected("services.exe", "reg", "create", "path", "K"),
                                            twice(
                                                    expected(
                                                            "acts-files.exe",
                                                            "file",
                                                            "create",
                                                            "path",
                                                            "*b"))),
                                    Optional.empty())));

    private static ExpectedRecord expected(
            String process, String event, String subEvent, String key, String value) {
        ExpectedValue expected =
                value.startsWith("*")
                        ? new ExpectedValue.EndingWith(value.substring(1))
                        : new ExpectedValue.Exactly(value);
        return new ExpectedRecord(
                Optional.of(process),
                event,
                subEvent,
                Optional.empty(),
                Map.of(key, expected),
                Optional.empty());
    }

    private static ExpectedRecord twice(ExpectedRecord once) {
        return new ExpectedRecord(
                once.process(),
                once.evt(),
                once.subEvt(),
                once.parent(),
                once.fields(),
                Optional.of(2));
    }

    private static MarkIIRecord record(
            String event, String subEvent, String process, String key, String value) {
        return MarkIIRecord.at(TIME)
                .put("lv", 5)
                .put("evt", event)
                .put("subEvt", subEvent)
                .put("psGUID", "{" + process + "}")
                .put("psPath", "C:\\x\\" + process)
                .put(key, value)
                .build();
    }

    private static MarkIIRecord start(String process, String parent, String arguments) {
        return MarkIIRecord.at(TIME)
                .put("lv", 5)
                .put("evt", "ps")
                .put("subEvt", "start")
                .put("psGUID", "{" + process + "}")
                .put("psPath", "C:\\x\\" + process)
                .put("cmd", arguments)
                .put("parentGUID", "{" + parent + "}")
                .build();
    }

    private static final List<MarkIIRecord> WHOLE =
            List.of(
                    start("services.exe", "wineboot.exe", ""),
                    start("acts-files.exe", "acts.exe", "write"),
                    start("cmd.exe", "acts-files.exe", "/c x"),
                    record("file", "del", "cmd.exe", "path", "c:\\a"),
                    record("reg", "create", "services.exe", "path", "K"),
                    record("reg", "create", "services.exe", "path", "of nobody's concern"),
                    record("file", "create", "acts-files.exe", "path", "C:\\b"),
                    record("file", "create", "acts-files.exe", "path", "D:\\b"));

    private static Score score(Stream<MarkIIRecord> log) {
        return Scorer.score(CATALOGUE, log.toList());
    }

    @Test
    void aLogThatShowsEverythingAndNothingElseIsComplete() {
        Score score = score(WHOLE.stream());

        assertThat(score.missing()).isEmpty();
        assertThat(score.extra()).isEmpty();
        assertThat(score.total()).isEqualTo(new Count(6, 6, 0));
        assertThat(score.kinds()).containsEntry("file/create", new Count(2, 2, 0));
        assertThat(score.exact()).isEqualTo(score.acts()).isEqualTo(1);
    }

    @Test
    void whatIsNotThereIsMissingByNameAndNumber() {
        Score score = score(WHOLE.stream().filter(record -> !record.kind().startsWith("file/")));

        assertThat(score.missing())
                .containsExactly(
                        "acts-files.exe write: cmd.exe file/del path=C:\\A",
                        "acts-files.exe write: acts-files.exe file/create path=*b (2 times)");
        assertThat(score.total().recall()).isEqualTo(0.5);
        assertThat(score.exact()).isZero();
    }

    @Test
    void whatTheActsProcessesDidBesidesIsUndeclared() {
        Score score =
                score(
                        Stream.concat(
                                WHOLE.stream(),
                                Stream.of(
                                        record("file", "del", "cmd.exe", "path", "C:\\a"),
                                        record("net", "con", "cmd.exe", "dstIP", "127.0.0.1"),
                                        record("sys", "run", "cmd.exe", "ver", "1"))));

        assertThat(score.extra())
                .containsExactly(
                        "acts-files.exe write: cmd.exe file/del path=C:\\a",
                        "acts-files.exe write: cmd.exe net/con dstIP=127.0.0.1");
        assertThat(score.kinds()).containsEntry("file/del", new Count(1, 1, 1));
        assertThat(score.total().precision()).isEqualTo(0.75);
    }

    @Test
    void winesOwnDoingIsCountedApart() {
        MarkIIRecord own =
                MarkIIRecord.at(TIME)
                        .put("lv", 3)
                        .put("evt", "reg")
                        .put("subEvt", "setVal")
                        .put("psGUID", "{cmd.exe}")
                        .build();

        Score score = score(Stream.concat(WHOLE.stream(), Stream.of(own)));

        assertThat(score.extra()).isEmpty();
        assertThat(score.wineOwn()).isEqualTo(1);
    }

    @Test
    void anotherProcessDoesNotCount() {
        Score score =
                score(
                        WHOLE.stream()
                                .map(record ->
                                        record.kind().equals("file/del")
                                                ? record(
                                                        "file",
                                                        "del",
                                                        "acts-files.exe",
                                                        "path",
                                                        "c:\\a")
                                                : record));

        assertThat(score.missing())
                .containsExactly("acts-files.exe write: cmd.exe file/del path=C:\\A");
        assertThat(score.extra())
                .containsExactly("acts-files.exe write: acts-files.exe file/del path=c:\\a");
    }

    @Test
    void theTableHasARowForEachKindAndOneForAll() {
        assertThat(RecallTable.of(score(WHOLE.stream().skip(4))).lines())
                .contains(
                        "| `reg/create` | 1 | 0 | 0.00 % | 0 | 100.00 % |",
                        "| **all** | 6 | 0 | 0.00 % | 0 | 100.00 % |");
    }
}
