package org.tsurutus.hunt;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.tsurutus.hunt.ProcessSign.Beginning;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.value.ValueBytes;
import org.tsurutus.markii.vocabulary.EventKind;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// Reads signs of processes from a block's lines; only the keys that the tree needs become text.
final class SignReader {
    private static final int GUID = Keys.id("psGUID");
    private static final int TERMINAL = Keys.id("tmid");
    private static final int COMPUTER = Keys.id("com");
    private static final int PATH = Keys.id("psPath");
    private static final int SERIAL = Keys.id("sn");
    private static final int LEVEL = Keys.id("lv");
    private static final int ARGUMENTS = Keys.id("cmd");
    private static final int PID = Keys.id("psID");
    private static final int USER = Keys.id("psUser");
    private static final int PARENT = Keys.id("parentGUID");
    private static final int PARENT_PATH = Keys.id("parentPath");

    /// One text for each kind, because every process keeps those that it has records of.
    private static final Map<String, String> KINDS =
            Vocabulary.kinds().stream()
                    .map(EventKind::name)
                    .collect(Collectors.toMap(Function.identity(), Function.identity()));

    private final ValueBytes value;

    SignReader(Block block) {
        this.value = new ValueBytes(block);
    }

    /// The sign of the record that the cursor stands on; empty for one without a process.
    Optional<ProcessSign> read(LineCursor line) {
        String guid = text(line, GUID);
        return guid.isEmpty()
                ? Optional.empty()
                : Optional.of(read(line, new ProcessKey(text(line, TERMINAL), guid)));
    }

    private ProcessSign read(LineCursor line, ProcessKey key) {
        value.readKind(line);
        String kind = value.text();
        return new ProcessSign(
                key,
                text(line, COMPUTER),
                KINDS.getOrDefault(kind, kind),
                text(line, PATH),
                line.millis(),
                line.zoneSeconds(),
                number(line, SERIAL).orElse(Long.MAX_VALUE),
                isBackground(line),
                ProcessSign.isBeginning(kind)
                        ? Optional.of(beginning(line, key))
                        : Optional.empty());
    }

    private Beginning beginning(LineCursor line, ProcessKey key) {
        String parent = text(line, PARENT);
        return new Beginning(
                text(line, ARGUMENTS),
                number(line, PID),
                text(line, USER),
                text(line, PARENT_PATH),
                Optional.of(parent)
                        .filter(guid -> !guid.isEmpty())
                        .map(guid -> new ProcessKey(key.terminal(), guid)));
    }

    /// See [org.tsurutus.markii.MarkIIRecord#isBackground].
    private boolean isBackground(LineCursor line) {
        int field = line.find(LEVEL);
        if (field < 0) {
            return false;
        }
        value.readField(line, field);
        byte first = value.to() - value.from() == 1 ? value.bytes()[value.from()] : 0;
        return first >= '0' && first < '5';
    }

    private Optional<Long> number(LineCursor line, int key) {
        return ProcessSign.number(text(line, key));
    }

    private static String text(LineCursor line, int key) {
        int field = line.find(key);
        return field < 0 ? "" : line.value(field);
    }
}
