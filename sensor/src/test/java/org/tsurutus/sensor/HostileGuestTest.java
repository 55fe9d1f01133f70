package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.fact.FactWriter;
import org.tsurutus.sensor.fact.RawFact;

class HostileGuestTest {
    private static final String NONE = "hstdin=0000,hstdout=0000,hstderr=0000";

    @TempDir private Path directory;

    @Test
    void damagedFactsNeverStopTheSensorAndEveryRecordStaysOneLine() {
        long seed = 4711;
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = stream(day().facts());
        for (int round = 0; round < 300; round++) {
            byte[] damaged = whole.clone();
            for (int i = random.nextInt(30); i >= 0; i--) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            Run run = new Run(directory, Map.of());
            run.sensor.startRecording(Run.GO, 0);
            FactReader reader = new FactReader(new ByteArrayInputStream(damaged));
            run.sensor.follow(reader);
            reader.forEach(run.sensor::accept);
            run.sensor.finish();
            assertThat(run.records)
                    .as("seed %d round %d", seed, round)
                    .allSatisfy(record ->
                            assertThat(record.fields())
                                    .noneMatch(
                                            field -> field.value().chars().anyMatch(c -> c < ' ')));
        }
    }

    @Test
    void handlesWithoutEndAreRefusedAndCounted() {
        Guest guest = new Guest().started("0094", "0098", "C:\\spec.exe");
        guest.call("0098", "open_key", key("0000", "\\\\Registry\\\\Machine"), "hkey=0010");
        StringBuilder lines = new StringBuilder();
        for (int handle = 0x20; handle < 0x20 + 70_000; handle++) {
            lines.append("0098: open_key( ")
                    .append(key("0010", "x"))
                    .append(" )\n0098: open_key() = 0 { hkey=")
                    .append(Integer.toHexString(handle))
                    .append(" }\n");
        }
        guest.bytes(lines.toString().getBytes(StandardCharsets.US_ASCII));
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("entries forgotten for lack of room")).isEqualTo(70_001 - 65_536);
    }

    @Test
    void aPathThatGrowsWithoutEndIsNotFollowed() {
        Guest guest = new Guest().started("0094", "0098", "C:\\spec.exe");
        String name = "n".repeat(5_000);
        guest.call("0098", "open_key", key("0000", "\\\\Registry\\\\Machine"), "hkey=0010")
                .call("0098", "open_key", key("0010", name), "hkey=0014")
                .call("0098", "open_key", key("0014", name), "hkey=0018");
        Run run = Run.of(directory, guest.facts());
        assertThat(run.gap("trace lines not understood")).isEqualTo(1);
    }

    @Test
    void framesThatAreMissingTakeTheTrustFromKnownFiles() {
        List<RawFact> facts = day().facts();
        Run run = new Run(directory, Map.of());
        FactReader reader =
                new FactReader(
                        new ByteArrayInputStream(
                                stream(
                                        facts.stream()
                                                .filter(fact -> fact.sequence() != 5)
                                                .toList())));
        run.sensor.follow(reader);
        reader.forEach(run.sensor::accept);
        assertThat(run.gap("frames missing")).isEqualTo(1);
        assertThat(run.sensor.counts().frames()).isEqualTo(facts.size() - 1L);
    }

    private static Guest day() {
        Guest guest = new Guest().started("0094", "0098", "C:\\spec.exe");
        guest.openRequest("0098", "40100080", 5, "60", "00000042", "C:\\New.txt")
                .created("/wine/drive_c/New.txt")
                .reply("0098", "create_file", "handle=0064")
                .child("0098", "00000004", NONE, "011c", "0120")
                .close("0098", "0064")
                .closed("/wine/drive_c/New.txt", "hello")
                .call("0098", "open_key", key("0000", "\\\\Registry\\\\Machine"), "hkey=0010")
                .call(
                        "0098",
                        "set_key_value",
                        "hkey=0010, type=1, namelen=2, name=L\"a\\nb\", data={41,00,0a,00}",
                        "")
                .moved("/wine/drive_c/New.txt", "/wine/drive_c/b")
                .deleted("/wine/drive_c/b")
                .lost()
                .trace("0120: *killed* exit_code=0", "011c: *process killed*");
        return guest;
    }

    private static String key(String parent, String name) {
        return "parent="
                + parent
                + ", access=00020019, attributes=00000040, name=L\""
                + name
                + "\"";
    }

    private static byte[] stream(List<RawFact> facts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        facts.forEach(new FactWriter(out)::write);
        return out.toByteArray();
    }
}
