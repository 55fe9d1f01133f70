package org.tsurutus.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.hunt.Records.of;
import static org.tsurutus.hunt.Records.start;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;

class ProcessTreeTextTest {
    @Test
    void theTreeIsDrawnWithItsCounts() {
        MarkIIRecord ended = of(9, "ps", "stop", "a", "C:\\a.exe").build();
        MarkIIRecord stop = new MarkIIRecord(ended.time().plusNanos(500_000_000), ended.fields());
        ProcessTree tree =
                ProcessTree.of(
                        List.of(
                                start(1, "a", "C:\\a.exe", "explorer"),
                                of(2, "file", "close", "a", "C:\\a.exe").build(),
                                of(2, "reg", "setVal", "a", "C:\\a.exe").build(),
                                of(3, "file", "close", "a", "C:\\a.exe").build(),
                                start(4, "b", "C:\\b.exe", "a"),
                                start(5, "c", "C:\\c.exe", "b"),
                                start(6, "d", "C:\\d.exe", "a"),
                                of(9, "net", "con", "lost", "C:\\lost.exe").build(),
                                stop));

        assertThat(ProcessTreeText.of(tree))
                .isEqualTo(
                        """
                        C:\\explorer.exe  (not in the log)
                        └─ C:\\a.exe --of a  pid 101  12:00:01.000, ran 0:08.500  [file/close 2, reg/setVal 1]
                           ├─ C:\\b.exe --of b  pid 104  12:00:04.000
                           │  └─ C:\\c.exe --of c  pid 105  12:00:05.000
                           └─ C:\\d.exe --of d  pid 106  12:00:06.000
                        C:\\lost.exe  [net/con 1]  (start not in the log)
                        """);
    }

    @Test
    void hostileTextCannotDrawInTheTerminal() {
        Field path = new Field("psPath", "C:\\\u001B[2J\u202Efdp.exe", true);
        Field arguments = new Field("cmd", "x".repeat(300), true);
        MarkIIRecord plain = start(1, "a", "", "");
        List<Field> fields = new ArrayList<>(plain.fields());
        fields.addFirst(path);
        fields.addFirst(arguments);

        String text =
                ProcessTreeText.of(ProcessTree.of(List.of(new MarkIIRecord(plain.time(), fields))));

        assertThat(text)
                .isEqualTo(
                        "C:\\␛[2J⟨U+202E⟩fdp.exe "
                                + "x".repeat(200)
                                + "… (100 more)  pid 101  12:00:01.000\n");
    }

    @Test
    void severalTerminalsHaveHeadersAndProcessesThatWereAskedForAreMarked() {
        MarkIIRecord tomorrow =
                of(86_400, "ps", "start", "b", "C:\\b.exe").put("com", "WS02").build();
        List<Field> fields = new ArrayList<>(tomorrow.fields());
        fields.replaceAll(
                field -> field.key().equals("tmid") ? new Field("tmid", "t2", false) : field);
        ProcessTree tree =
                ProcessTree.of(
                        List.of(
                                start(1, "a", "C:\\a.exe", ""),
                                new MarkIIRecord(tomorrow.time(), fields)));

        assertThat(ProcessTreeText.of(tree, Set.of(new ProcessKey("t2", "b"))))
                .isEqualTo(
                        """
                        ?  terminal t1
                        C:\\a.exe --of a  pid 101  2026-11-22 12:00:01.000

                        WS02  terminal t2
                        → C:\\b.exe  2026-11-23 12:00:00.000
                        """);
    }
}
