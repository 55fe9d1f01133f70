package org.tsurutus.hunt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.MarkIIReader;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.scan.LogSource;
import org.tsurutus.markii.where.LineSelection;
import org.tsurutus.markii.where.Where;

class TreeScanTest {
    private static final String START =
            "03/07/2017 13:13:13.890 +0900 sn=1 evt=ps subEvt=start com=\"WS01\" tmid=t psGUID={A} psPath=\"C:\\a.exe\"\n";
    private static final String CHILD =
            "03/07/2017 13:13:14.000 +0900 sn=2 evt=ps subEvt=start com=\"WS01\" tmid=t psGUID={B} psPath=\"C:\\b.exe\" parentGUID={A} parentPath=\"C:\\a.exe\"\n";
    private static final String OTHER =
            "03/07/2017 13:13:15.000 +0900 sn=3 evt=file subEvt=close com=\"WS01\" tmid=t psGUID={C} psPath=\"C:\\c.exe\"\n";
    private static final String SESSION =
            "03/07/2017 13:13:16.000 +0900 sn=4 evt=session subEvt=login com=\"WS01\" tmid=t\n";

    private static TreeScan scan(String where, String... logs) {
        List<LogSource> sources = new ArrayList<>();
        for (String log : logs) {
            byte[] bytes = log.getBytes(StandardCharsets.UTF_8);
            sources.add(LogSource.of("log", new ByteArrayInputStream(bytes)));
        }
        return TreeScan.of(sources, where.isEmpty() ? LineSelection.NONE : Where.parse(where));
    }

    @Test
    void severalLogsMayHoldPartsOfOneTerminal() {
        TreeScan scan = scan("", CHILD, "rubbish\n", START);

        assertThat(scan.tree().roots())
                .singleElement()
                .satisfies(root -> {
                    assertThat(root.guid()).isEqualTo("{A}");
                    assertThat(root.children())
                            .extracting(ProcessNode::guid)
                            .containsExactly("{B}");
                });
        assertThat(scan.tree().computers()).containsEntry("t", "WS01");
        assertThat(scan.malformed()).isOne();
        assertThat(scan.acting()).isEmpty();
    }

    @Test
    void theProcessOfAnyRecordIsFoundWithItsTree() {
        TreeScan scan = scan("sn=2 or sn=4", START + CHILD + OTHER + SESSION);

        assertThat(scan.acting()).containsExactly(new ProcessKey("t", "{B}"));
        assertThat(scan.withoutProcess()).isOne();
        assertThat(scan.tree().holding(scan.acting()).processes())
                .extracting(ProcessNode::guid)
                .containsExactly("{A}", "{B}");
    }

    @Test
    void theTreeFromBytesIsThatFromObjects() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 3_000; i++) {
            log.append(
                    "03/07/2017 13:%02d:%02d.890 +0"
                            .formatted(random.nextInt(60), random.nextInt(60)));
            log.append(random.nextBoolean() ? "900" : "800")
                    .append(" sn=")
                    .append(random.nextInt(4_000));
            field(log, random, "lv", "5", "3", "10", "x");
            log.append(" evt=").append(oneOf(random, "ps", "file")).append(" subEvt=");
            log.append(oneOf(random, "start", "stop", "run", "close"));
            field(log, random, "com", "A", "B");
            field(log, random, "tmid", "t", "u");
            String guid = "{" + random.nextInt(400) + "}";
            log.append(" psGUID=").append(random.nextInt(9) == 0 ? "" : guid);
            field(log, random, "psPath", "C:\\a.exe", "C:\\表.exe", "C:\\a \"b\".exe");
            field(log, random, "cmd", "", "x \"y\"");
            field(log, random, "psID", "4", "x");
            log.append(" parentGUID={").append(random.nextInt(400)).append('}');
            field(log, random, "parentPath", "C:\\p.exe", "");
            log.append('\n');
        }
        List<MarkIIRecord> records = log.toString().lines().map(MarkIIReader::record).toList();

        assertThat(scan("", log.toString()).tree())
                .as("seed %d", seed)
                .isEqualTo(ProcessTree.of(records));
    }

    private static void field(
            StringBuilder log, SplittableRandom random, String key, String... values) {
        if (random.nextInt(6) > 0) {
            String value = oneOf(random, values).replace("\"", "\"\"");
            log.append(' ').append(key).append("=\"").append(value).append('"');
        }
    }

    private static String oneOf(SplittableRandom random, String... values) {
        return values[random.nextInt(values.length)];
    }
}
