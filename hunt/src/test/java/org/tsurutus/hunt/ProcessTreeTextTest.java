package org.tsurutus.hunt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tsurutus.hunt.Records.of;
import static org.tsurutus.hunt.Records.start;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.markii.Field;
import org.tsurutus.markii.MarkIIRecord;

class ProcessTreeTextTest {
    @Test
    void theTreeIsDrawnWithItsCounts() {
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
                                of(9, "net", "con", "lost", "C:\\lost.exe").build()));

        assertThat(ProcessTreeText.of(tree))
                .isEqualTo(
                        """
                        C:\\explorer.exe  (not in the log)
                        └─ C:\\a.exe --of a  pid 101  [file/close 2, reg/setVal 1]
                           ├─ C:\\b.exe --of b  pid 104
                           │  └─ C:\\c.exe --of c  pid 105
                           └─ C:\\d.exe --of d  pid 106
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
                        "C:\\␛[2J⟨U+202E⟩fdp.exe " + "x".repeat(200) + "… (100 more)  pid 101\n");
    }
}
