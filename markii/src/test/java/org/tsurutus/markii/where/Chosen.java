package org.tsurutus.markii.where;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.BlockReader;
import org.tsurutus.markii.scan.LineCursor;
import org.tsurutus.markii.scan.LogSource;

/// Which lines an expression chooses.
final class Chosen {
    private Chosen() {}

    /// The numbers of the records that the expression chooses.
    static List<Long> lines(String expression, byte[] log) {
        LineSelection selection = Where.parse(expression);
        List<Long> chosen = new ArrayList<>();
        LogSource source = LogSource.of("dir/a.log", new ByteArrayInputStream(log));
        try (BlockReader reader = new BlockReader(List.of(source))) {
            for (Optional<Block> block = reader.next(); block.isPresent(); block = reader.next()) {
                LineFilter filter = selection.on(block.get());
                LineCursor line = new LineCursor(block.get());
                while (line.next()) {
                    if (line.kind() == LineCursor.Kind.RECORD && filter.matches(line)) {
                        chosen.add(line.number());
                    }
                }
            }
        }
        return chosen;
    }

    static List<Long> lines(String expression, String log) {
        return lines(expression, log.getBytes(StandardCharsets.UTF_8));
    }
}
