package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.KnownField;
import org.tsurutus.markii.vocabulary.Vocabulary;

class CanonicalOrderTest {
    private static final OffsetDateTime TIME =
            OffsetDateTime.parse("2022-12-31T23:59:59.007+09:00");
    private static final int RECORDS = 5_000;
    private static final List<String> VALUES =
            List.of("", "1", "a b", "\"", "x\"y", "-", "C:\\d\\", "ソ表", "😀", "\t", "evt=ps");

    private final long seed = ThreadLocalRandom.current().nextLong();
    private final SplittableRandom random = new SplittableRandom(seed);

    @Test
    void theHeaderComesFirstThenTheKindThenWhatIsUnknown() {
        assertThat(canonical("x=1 new=1 path=p read=0 evt=file sn=1 subEvt=close mac=m a=2 ip=i"))
                .isEqualTo(
                        "sn=1 evt=file subEvt=close ip=i mac=m path=\"p\" read=0 new=1 x=\"1\" a=\"2\"");
    }

    @Test
    void theOptionalKeysOfTheHeaderHaveTheirPlaces() {
        assertThat(
                        canonical(
                                "psGUID=g usr=u rcIP=r rcCom=c mac=m os=Win subEvt=stop evt=ps"
                                        + " rf=C8 trs=3 rs=2 alertClass=risk alert=1 lv=6"))
                .isEqualTo(
                        "lv=6 alert=1 alertClass=risk rs=2 trs=3 rf=C8 evt=ps subEvt=stop os=Win"
                                + " mac=m rcCom=\"c\" rcIP=\"r\" usr=\"u\" psGUID=g");
    }

    @Test
    void aRepeatedKeyStaysInItsOrder() {
        assertThat(canonical("path=2 sn=1 path=1 evt=reg subEvt=create"))
                .isEqualTo("sn=1 evt=reg subEvt=create path=\"2\" path=\"1\"");
    }

    @Test
    void aVariantOfAKeyKeepsItsLettersAndTakesItsPlace() {
        assertThat(canonical("psPath=p sessionId=\"2\" evt=ps subEvt=stop"))
                .isEqualTo("evt=ps subEvt=stop sessionId=2 psPath=\"p\"");
    }

    @Test
    void aKindThatIsUnknownHasItsHeaderOrdered() {
        assertThat(canonical("b=1 path=p a=2 subEvt=jump evt=ps"))
                .isEqualTo("evt=ps subEvt=jump b=\"1\" path=\"p\" a=\"2\"");
    }

    @Test
    void addressesAreQuotedByTheirEvent() {
        assertThat(canonical("srcIP=\"::1\" evt=net subEvt=con")).endsWith(" srcIP=::1");
        assertThat(canonical("srcIP=::1 evt=session subEvt=login")).endsWith(" srcIP=\"::1\"");
    }

    @Test
    void theLinesOf2017ThatNameNoShareFirstAreCanonicalAlready() {
        assertThat(Lines.of2017())
                .filteredOn(line -> !line.contains(" mntFld="))
                .hasSize(4)
                .allSatisfy(line ->
                        assertThat(MarkIIWriter.line(canonical(MarkIIReader.record(line))))
                                .isEqualTo(line));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ps/start psGUID psPath cmd psID parentGUID parentPath psUser psDomain arc sha256"
                        + " sha1 md5 size",
                "ps/stop sessionID psGUID psPath sTime",
                "file/close psPath path drvType pe arc sha256 sha1 md5 size new",
                "file/rename psPath path dstPath",
                "file/delDir psPath path drvType",
                "reg/setVal psPath path entry valType valSize valStr",
                "net/con psPath srcIP dstIP dstPort",
                "disk/write usrDomain psGUID psPath path lba sectors oldSha256 newSha256 structure",
                "screen/click usrDomain panel control label box how typed word reason effect"
                        + " reaction frame"
            })
    void theOrderInWhichThisProjectWritesIsCanonical(String kindAndKeys) {
        List<String> words = List.of(kindAndKeys.split("[/ ]"));
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("evt", words.get(0), false));
        fields.add(new Field("subEvt", words.get(1), false));
        words.stream().skip(2).forEach(key -> fields.add(new Field(key, "1", false)));

        assertThat(canonical(new MarkIIRecord(TIME, fields)).fields())
                .extracting(Field::key)
                .isEqualTo(fields.stream().map(Field::key).toList());
    }

    @Test
    void everyRecordKeepsItsFieldsReadsBackAndIsItsOwnCanonicalForm() {
        for (int i = 0; i < RECORDS; i++) {
            MarkIIRecord record = record();
            MarkIIRecord canonical = canonical(record);

            assertThat(canonical.time()).isEqualTo(record.time());
            assertThat(pairs(canonical))
                    .as("seed %d, record %d", seed, i)
                    .containsExactlyInAnyOrderElementsOf(pairs(record));
            assertThat(canonical(canonical)).as("seed %d, record %d", seed, i).isEqualTo(canonical);
            assertThat(MarkIIReader.record(MarkIIWriter.line(canonical)))
                    .as("seed %d, record %d", seed, i)
                    .isEqualTo(canonical);
            for (Field field : record.fields()) {
                assertThat(canonical.value(field.key()))
                        .as("seed %d, record %d, %s", seed, i, field.key())
                        .isEqualTo(record.value(field.key()));
            }
        }
    }

    @Test
    void shuffledFieldsHaveTheSameCanonicalForm() {
        for (EventKind kind : Vocabulary.kinds()) {
            List<Field> fields = new ArrayList<>();
            Vocabulary.header().forEach(key -> fields.add(new Field(key, "1", false)));
            kind.tail().forEach(key -> fields.add(new Field(key, "1", false)));
            fields.set(Vocabulary.header().indexOf("evt"), new Field("evt", kind.event(), false));
            fields.set(
                    Vocabulary.header().indexOf("subEvt"),
                    new Field("subEvt", kind.subEvent(), false));
            List<Field> shuffled = shuffled(fields);

            assertThat(canonical(new MarkIIRecord(TIME, shuffled)).fields())
                    .as("seed %d, %s", seed, kind.name())
                    .extracting(Field::key)
                    .isEqualTo(fields.stream().map(Field::key).toList());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "sn=1 subEvt=start, has no evt",
        "sn=1 evt=ps, has no subEvt",
        "evt=\"p s\" subEvt=start, evt=\"p s\"; it must be a single word",
        "evt=ps subEvt=, subEvt=\"\"; it must be a single word",
        "evt=ps subEvt=a\"b, it must be a single word",
    })
    void aRecordWithoutItsKindIsRefused(String fields, String reason) {
        MarkIIRecord record = MarkIIReader.record(Lines.HEADER + " " + fields);

        assertThatThrownBy(() -> CanonicalOrder.canonical(record))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void whatALineCannotHoldIsRefused() {
        assertRefused(new MarkIIRecord(TIME, List.of()), "no field");
        assertRefused(record(TIME, "a\nb"), "cannot hold U+000A in the value of cmd");
        assertRefused(record(TIME, "a\0b"), "cannot hold U+0000");
        assertRefused(record(TIME, "\uD800"), "cannot hold U+D800");
        assertRefused(record(TIME.plusNanos(1), "a"), "cannot hold the time");
    }

    private static void assertRefused(MarkIIRecord record, String reason) {
        assertThatThrownBy(() -> CanonicalOrder.canonical(record))
                .isInstanceOf(MarkIIException.class)
                .hasMessageContaining(reason);
    }

    private static MarkIIRecord record(OffsetDateTime time, String command) {
        return new MarkIIRecord(
                time,
                List.of(
                        new Field("evt", "ps", false),
                        new Field("subEvt", "start", false),
                        new Field("cmd", command, true)));
    }

    private static String canonical(String fields) {
        MarkIIRecord record = MarkIIReader.record(Lines.HEADER + " " + fields);
        return MarkIIWriter.line(CanonicalOrder.canonical(record))
                .substring(Lines.HEADER.length() + 1);
    }

    private static MarkIIRecord canonical(MarkIIRecord record) {
        return CanonicalOrder.canonical(record);
    }

    private static List<List<String>> pairs(MarkIIRecord record) {
        return record.fields().stream().map(field -> List.of(field.key(), field.value())).toList();
    }

    private MarkIIRecord record() {
        EventKind kind = Vocabulary.kinds().get(random.nextInt(Vocabulary.kinds().size()));
        List<KnownField> known = Vocabulary.fields();
        List<Field> fields = new ArrayList<>();
        fields.add(new Field("evt", kind.event(), random.nextBoolean()));
        fields.add(new Field("subEvt", kind.subEvent(), random.nextBoolean()));
        for (int field = random.nextInt(12); field > 0; field--) {
            String key =
                    switch (random.nextInt(4)) {
                        case 0 -> "k" + random.nextInt(3);
                        case 1 -> "SESSIONid";
                        default -> known.get(random.nextInt(known.size())).key();
                    };
            String value = VALUES.get(random.nextInt(VALUES.size()));
            if (!key.equals("evt") && !key.equals("subEvt")) {
                fields.add(new Field(key, value, true));
            }
        }
        return new MarkIIRecord(TIME, shuffled(fields));
    }

    private List<Field> shuffled(List<Field> fields) {
        List<Field> left = new ArrayList<>(fields);
        List<Field> shuffled = new ArrayList<>();
        while (!left.isEmpty()) {
            shuffled.add(left.remove(random.nextInt(left.size())));
        }
        return shuffled;
    }
}
