package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.markii.MarkIIRecord;

class WineSensorRegistryTest {
    @TempDir private Path directory;
    private final Guest guest = new Guest();

    @BeforeEach
    void aProgramRunsWithAKeyOpen() {
        guest.started("0094", "0098", "C:\\spec.exe")
                .call("0098", "open_key", open("0000", "\\\\registry\\\\machine"), "hkey=0010")
                .call("0098", "open_key", open("0010", "Software\\\\X"), "hkey=0014");
    }

    @Test
    void aKeyIsCreatedOnlyIfItWasNotThere() {
        String there = create("0014", "There");
        guest.call("0098", "create_key", create("0014", "New"), "hkey=0018")
                .trace("0098: create_key( " + there + " )")
                .trace("0098: create_key() = OBJECT_NAME_EXISTS { hkey=001c }")
                .call("0098", "delete_key", "hkey=001c", "");
        Run run = run();
        assertThat(run.values("reg/create", "path"))
                .containsExactly("HKEY_LOCAL_MACHINE\\Software\\X\\New");
        assertThat(run.values("reg/delKey", "path"))
                .containsExactly("HKEY_LOCAL_MACHINE\\Software\\X\\There");
    }

    @Test
    void valuesAreWrittenAsTheirTypeSays() {
        guest.call("0098", "set_key_value", set(1, "text", "78,00,27,59,00,00"), "")
                .call("0098", "set_key_value", set(4, "number", "ff,ff,ff,ff"), "")
                .call("0098", "set_key_value", set(11, "long", "01,00,00,00,00,00,00,80"), "")
                .call("0098", "set_key_value", set(7, "many", "61,00,00,00,62,00,00,00,00,00"), "")
                .call("0098", "set_key_value", set(3, "bytes", "01,02"), "")
                .call("0098", "set_key_value", set(-61437, "", "01"), "")
                .call("0098", "set_key_value", set(4, "short", "01"), "");
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
    }

    @Test
    void aValueThatTheTraceCutKeepsItsTrueSize() {
        guest.call("0098", "set_key_value", set(1, "long", "61,00...(total 5000)"), "");
        Run run = run();
        MarkIIRecord record = run.only("reg/setVal");
        assertThat(record.value("valSize")).contains("5000");
        assertThat(record.value("valStr")).contains("a");
        assertThat(run.gap("registry values cut by the trace")).isEqualTo(1);
    }

    @Test
    void whatWineWritesUnaskedHasALowerLevel() {
        guest.call(
                        "0098",
                        "open_key",
                        open("0010", "System\\\\CurrentControlSet\\\\Control\\\\Video\\\\{eb}"),
                        "hkey=0020")
                .call(
                        "0098",
                        "set_key_value",
                        set(4, "Mode", "01,00,00,00").replace("0014", "0020"),
                        "")
                .call("0098", "set_key_value", set(4, "own", "01,00,00,00"), "");
        assertThat(run().values("reg/setVal", "lv")).containsExactly("3", "5");
    }

    @Test
    void aFailedCallChangesNothing() {
        guest.trace(
                "0098: delete_key_value( hkey=0014, name=L\"gone\" )",
                "0098: delete_key_value() = OBJECT_NAME_NOT_FOUND",
                "0098: set_key_value( " + set(4, "number", "01,00,00,00") + " )",
                "0098: set_key_value() = ACCESS_DENIED");
        Run run = run();
        assertThat(run.of("reg/delVal")).isEmpty();
        assertThat(run.of("reg/setVal")).isEmpty();
    }

    @Test
    void usersKeysAreNamedByTheirSid() {
        guest.call(
                        "0098",
                        "open_key",
                        open("0000", "\\\\Registry\\\\User\\\\S-1-5-21-0-0-0-1000"),
                        "hkey=0020")
                .call("0098", "delete_key_value", "hkey=0020, name=L\"a\\nb\"", "");
        MarkIIRecord record = run().only("reg/delVal");
        assertThat(record.value("path")).contains("HKEY_USERS\\S-1-5-21-0-0-0-1000");
        assertThat(record.value("entry")).contains("a\u240ab");
    }

    @Test
    void connectionsNameBothEndsAsFarAsTheyAreKnown() {
        guest.call("0098", "open_file_object", afd(), "handle=0064")
                .call(
                        "0098",
                        "ioctl",
                        control("00120320", "02,00,00,00,01,00,00,00,06,00,00,00"),
                        "")
                .trace(
                        "0098: ioctl( "
                                + control(
                                        "0012032c",
                                        "10,00,00,00,01,00,00,00,02,00,01,bb,5d,b8,d8,22,00,00,00,00,00,00,00,00")
                                + " )",
                        "0098: ioctl() = PENDING { wait=0000, options=00000000, out_data={} }")
                .call(
                        "0098",
                        "ioctl",
                        control(
                                "0012032c",
                                "1c,00,00,00,01,00,00,00,17,00,00,50,00,00,00,00,20,01,0d,b8,00,00,00,00,00,00,00,00,00,00,00,01,00,00,00,00"),
                        "");
        Run run = run();
        assertThat(run.values("net/con", "dstIP")).containsExactly("93.184.216.34", "2001:db8::1");
        assertThat(run.values("net/con", "dstPort")).containsExactly("443", "80");
        assertThat(run.values("net/con", "srcIP")).containsExactly("10.0.2.15", "fe80::1");
        assertThat(run.values("net/con", "srcPort")).containsExactly("-", "-");
    }

    @Test
    void aDatagramSocketThatConnectsIsNoConnection() {
        guest.call("0098", "open_file_object", afd(), "handle=0064")
                .call(
                        "0098",
                        "ioctl",
                        control("00120320", "02,00,00,00,02,00,00,00,11,00,00,00"),
                        "")
                .call(
                        "0098",
                        "ioctl",
                        control(
                                "0012032c",
                                "10,00,00,00,01,00,00,00,02,00,00,35,08,08,08,08,00,00,00,00,00,00,00,00"),
                        "");
        assertThat(run().of("net/con")).isEmpty();
    }

    private static String open(String parent, String name) {
        return "parent="
                + parent
                + ", access=00020019, attributes=00000040, name=L\""
                + name
                + "\"";
    }

    private static String create(String parent, String name) {
        return "access=000f003f, options=00000000, objattr={rootdir="
                + parent
                + ",attributes=000000c0,sd={},name=L\""
                + name
                + "\"}, class=L\"\"";
    }

    private static String set(int type, String name, String data) {
        return "hkey=0014, type="
                + type
                + ", namelen=2, name=L\""
                + name
                + "\", data={"
                + data
                + "}";
    }

    private static String afd() {
        return "access=c0100000, attributes=00000002, rootdir=0000, sharing=00000000,"
                + " options=00000000, filename=L\"\\\\Device\\\\Afd\"";
    }

    private static String control(String code, String input) {
        return "code="
                + code
                + ", async={handle=0064,event=0000,iosb=0063e320,user=7d1a0990,apc=00000000,"
                + "apc_context=00000000}, in_data={"
                + input
                + "}";
    }

    private Run run() {
        return Run.of(directory, guest.facts());
    }
}
