package org.tsurutus.markii.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class VocabularyTest {
    private static final List<String> OBSERVED =
            List.of(
                    "clip/copy",
                    "clip/paste",
                    "file/chgAttr",
                    "file/close",
                    "file/copy",
                    "file/create",
                    "file/createDir",
                    "file/del",
                    "file/delDir",
                    "file/download",
                    "file/rename",
                    "file/renameDir",
                    "net/acpt",
                    "net/con",
                    "net/dcon",
                    "net/est",
                    "net/openUDP",
                    "net/webURL",
                    "os/evtLog",
                    "powerShell/exec",
                    "ps/start",
                    "ps/stop",
                    "reg/create",
                    "reg/delKey",
                    "reg/delVal",
                    "reg/setVal",
                    "session/conR",
                    "session/dconR",
                    "session/lock",
                    "session/login",
                    "session/loginR",
                    "session/loginRFail",
                    "session/logout",
                    "session/unlock",
                    "sys/startRed",
                    "sys/stop",
                    "sys/stopRed",
                    "win/active",
                    "win/psInactive",
                    "wmi/psCreate");

    @Test
    void everyKindAndKeyThatIsKnownIsListed() {
        assertThat(Vocabulary.kinds()).hasSize(109);
        assertThat(Vocabulary.fields()).hasSize(140);
    }

    @Test
    void theFortyKindsOfRealLogsAreFlagged() {
        assertThat(Vocabulary.kinds().stream().filter(EventKind::observed).map(EventKind::name))
                .hasSize(40)
                .containsExactlyInAnyOrderElementsOf(OBSERVED);
    }

    @Test
    void kindsThatNoPublishedListNamesHaveOtherEvidence() {
        assertThat(Vocabulary.kinds())
                .filteredOn(kind -> kind.documentedIn().isEmpty())
                .extracting(EventKind::name)
                .containsExactlyInAnyOrder(
                        "file/create",
                        "file/createDir",
                        "file/open",
                        "file/write",
                        "reg/create",
                        "net/est",
                        "net/openUDP",
                        "disk/write",
                        "screen/click");
        assertThat(Vocabulary.kinds())
                .filteredOn(kind -> kind.basis().name() == Evidence.DOCUMENT)
                .allMatch(kind -> !kind.documentedIn().isEmpty());
    }

    @Test
    void whatThreeDotZeroNamesThreeDotTwoNamesToo() {
        assertThat(Vocabulary.kinds())
                .filteredOn(kind -> kind.documentedIn().contains(RecorderVersion.V3_0))
                .hasSize(63)
                .allMatch(kind -> kind.documentedIn().contains(RecorderVersion.V3_2));
    }

    @Test
    void aKindTellsAllThatIsKnownOfIt() {
        assertThat(Vocabulary.kind("file", "copy"))
                .contains(
                        new EventKind(
                                "file",
                                "copy",
                                Set.of(RecorderVersion.V3_0, RecorderVersion.V3_2),
                                true,
                                new Basis(Evidence.REAL_LINE, Evidence.REAL_LINE),
                                Optional.of("path"),
                                List.of(
                                        "path",
                                        "mntFld",
                                        "drvType",
                                        "dstMntFld",
                                        "dstPath",
                                        "dstDrv",
                                        "sha256",
                                        "sha1",
                                        "md5",
                                        "crTime",
                                        "acTime",
                                        "moTime",
                                        "size"),
                                Evidence.REAL_LINE,
                                "a file was copied from path to dstPath"));
    }

    @Test
    void aKeyTellsAllThatIsKnownOfIt() {
        assertThat(Vocabulary.field("rs"))
                .contains(
                        new KnownField(
                                "rs",
                                ValueType.INTEGER,
                                QuotingRule.BARE,
                                new Basis(Evidence.REAL_LINE, Evidence.GUESS),
                                "risk score of this record"));
    }

    @Test
    void anUnknownKindOrKeyIsUnknown() {
        assertThat(Vocabulary.kind("ps", "jump")).isEmpty();
        assertThat(Vocabulary.kind("file/close", "")).isEmpty();
        assertThat(Vocabulary.field("allow_url_include")).isEmpty();
    }

    @Test
    void aVariantInUpperAndLowerCaseHasItsCanonicalName() {
        assertThat(Vocabulary.canonicalName("sessionId")).isEqualTo("sessionID");
        assertThat(Vocabulary.canonicalName("psuser")).isEqualTo("psUser");
        assertThat(Vocabulary.canonicalName("noSuchKey")).isEqualTo("noSuchKey");
    }

    @Test
    void noTwoKeysDifferInCaseOnly() {
        assertThat(Vocabulary.fields())
                .extracting(field -> field.key().toLowerCase(Locale.ROOT))
                .doesNotHaveDuplicates();
    }

    @Test
    void theHeaderBeginsTheColumnsAndNoTailRepeatsIt() {
        List<String> header = Vocabulary.header();

        assertThat(header).hasSize(26).startsWith("loc", "type", "sn").endsWith("psGUID", "psPath");
        assertThat(Vocabulary.fields().subList(0, header.size()))
                .extracting(KnownField::key)
                .isEqualTo(header);
        assertThat(Vocabulary.kinds())
                .allSatisfy(kind -> assertThat(kind.tail()).doesNotContainAnyElementsOf(header));
    }

    @Test
    void everyKeyHasAPlaceInTheOrderOfSomeKind() {
        assertThat(Vocabulary.fields())
                .extracting(KnownField::key)
                .allMatch(key ->
                        Vocabulary.header().contains(key)
                                || Vocabulary.kinds().stream()
                                        .anyMatch(kind -> kind.tail().contains(key)));
    }

    @Test
    void theFileThatIsDescribedIsNamedByAKeyOfTheRecord() {
        assertThat(Vocabulary.kinds())
                .filteredOn(kind -> kind.describedFile().isPresent())
                .allSatisfy(kind -> {
                    String key = kind.describedFile().orElseThrow();
                    assertThat(Vocabulary.header().contains(key) || kind.tail().contains(key))
                            .as(kind.name())
                            .isTrue();
                });
    }
}
