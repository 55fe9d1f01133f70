package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.sensor.Guest.SPEC;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;

class WineSensorRegistryTest {
    private static final String X = "HKEY_LOCAL_MACHINE\\Software\\X";
    private static final String CUT = "values cut by the recorder";
    private static final int KEY = 0x14;
    private static final int SZ = 1;
    private static final int BINARY = 3;
    private static final int DWORD = 4;
    private static final int MULTI_SZ = 7;
    private static final int QWORD = 11;

    @TempDir private Path directory;
    private final Guest guest = new Guest().specimen();
    private final GuestRegistry registry = new GuestRegistry(guest, SPEC);

    @BeforeEach
    void aKeyIsOpen() {
        registry.open(0, "\\registry\\machine", 0x10).open(0x10, "Software\\X", KEY);
    }

    @Test
    void aKeyIsCreatedOnlyIfItWasNotThere() {
        registry.create(KEY, "New", 0x18).createAgain(KEY, "There", 0x1c).delete(0x1c);
        Run run = run();
        assertThat(run.values("reg/create", "path")).containsExactly(X + "\\New");
        assertThat(run.values("reg/delKey", "path")).containsExactly(X + "\\There");
        run.hasNoGaps();
    }

    @Test
    void aKeyMayBeNamedInFull() {
        registry.create(0, "\\Registry\\User\\S-1-5-21-0-0-0-1000\\New", 0x18);
        assertThat(run().values("reg/create", "path"))
                .containsExactly("HKEY_USERS\\S-1-5-21-0-0-0-1000\\New");
    }

    @Test
    void valuesAreWrittenAsTheirTypeSays() {
        registry.set(KEY, SZ, "text", hex("7800275900 00"))
                .set(KEY, DWORD, "number", hex("ffffffff"))
                .set(KEY, QWORD, "long", hex("0100000000000080"))
                .set(KEY, MULTI_SZ, "many", hex("61000000620000000000"))
                .set(KEY, BINARY, "bytes", hex("0102"))
                .set(KEY, -61437, "", hex("01"))
                .set(KEY, DWORD, "short", hex("01"));
        Run run = run();
        assertThat(run.values("reg/setVal", "valType"))
                .containsExactly(
                        "REG_SZ",
                        "REG_DWORD",
                        "REG_QWORD",
                        "REG_MULTI_SZ",
                        "REG_BINARY",
                        "4294905859",
                        "REG_DWORD");
        assertThat(run.values("reg/setVal", "valStr"))
                .containsExactly("x\u5927", "-", "-", "a\u2400b", "-", "-", "-");
        assertThat(run.values("reg/setVal", "valNum"))
                .containsExactly("-", "4294967295", "9223372036854775809", "-", "-", "-", "-");
        assertThat(run.values("reg/setVal", "valSize"))
                .containsExactly("6", "4", "8", "10", "2", "1", "1");
        assertThat(run.values("reg/setVal", "entry").get(5)).isEmpty();
        run.hasNoGaps();
    }

    @Test
    void aValueThatTheRecorderCutKeepsItsTrueSize() {
        byte[] value = "a".repeat(40_000).getBytes(StandardCharsets.UTF_16LE);
        registry.set(KEY, SZ, "long", value);
        Run run = run();
        MarkIIRecord record = run.only("reg/setVal");
        assertThat(record.value("valSize")).contains("80000");
        assertThat(record.value("valStr")).contains("a".repeat((65_536 - 8) / 2));
        assertThat(run.gap(CUT)).isEqualTo(1);
    }

    @Test
    void aValueThatJustFitsIsWhole() {
        registry.set(KEY, BINARY, "", new byte[65_536]);
        Run run = run();
        assertThat(run.only("reg/setVal").value("valSize")).contains("65536");
        run.hasNoGaps();
    }

    @Test
    void whatWineWritesUnaskedHasALowerLevel() {
        registry.open(0x10, "System\\CurrentControlSet\\Control\\Video\\{eb}", 0x20)
                .set(0x20, DWORD, "Mode", hex("01000000"))
                .set(KEY, DWORD, "own", hex("01000000"));
        assertThat(run().values("reg/setVal", "lv")).containsExactly("3", "5");
    }

    @Test
    void aRenamedKeyIsKnownByItsNewNameThroughEveryHandle() {
        registry.open(KEY, "old\\below", 0x18)
                .open(KEY, "older", 0x1c)
                .open(KEY, "OLD", 0x20)
                .rename(0x20, "new")
                .delete(0x18)
                .delete(0x1c)
                .delete(0x20);
        Run run = run();
        MarkIIRecord rename = run.only("reg/renameKey");
        assertThat(rename.value("path")).contains(X + "\\OLD");
        assertThat(rename.value("dstPath")).contains(X + "\\new");
        assertThat(run.values("reg/delKey", "path"))
                .containsExactly(X + "\\new\\below", X + "\\older", X + "\\new");
    }

    @Test
    void usersKeysAreNamedByTheirSid() {
        registry.open(0, "\\Registry\\User\\S-1-5-21-0-0-0-1000", 0x20).deleteValue(0x20, "a\nb");
        MarkIIRecord record = run().only("reg/delVal");
        assertThat(record.value("path")).contains("HKEY_USERS\\S-1-5-21-0-0-0-1000");
        assertThat(record.value("entry")).contains("a\u240ab");
    }

    @Test
    void aNameLongerThanItsMessageIsCounted() {
        Fields request =
                Fields.of("hkey", KEY).and("namelen", 100).data(new DataWriter().text("short"));
        guest.call(SPEC, Call.SET_KEY_VALUE, request, Fields.none());
        Run run = run();
        assertThat(run.of("reg/setVal")).isEmpty();
        assertThat(run.gap("trace records not understood")).isEqualTo(1);
    }

    @Test
    void aKeyThatIsNotKnownIsNotGuessed() {
        registry.open(0x999, "below", 0x30).delete(0x30).delete(0x998);
        assertThat(run().of("reg/delKey")).isEmpty();
    }

    private static byte[] hex(String digits) {
        return HexFormat.of().parseHex(digits.replace(" ", ""));
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
