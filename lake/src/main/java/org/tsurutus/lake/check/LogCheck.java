package org.tsurutus.lake.check;

import java.util.List;
import java.util.function.Consumer;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.lines.MalformedLine;
import org.tsurutus.markii.scan.LogScan;
import org.tsurutus.markii.scan.LogSource;

/// Checks logs in bounded memory.
public final class LogCheck {
    private final Tallies tallies = new Tallies();
    private final Consumer<MalformedLine> malformed;
    private LineFacts facts = LineFacts.NONE;

    private LogCheck(Consumer<MalformedLine> malformed) {
        this.malformed = malformed;
    }

    /// Checks logs from start to end.
    ///
    /// @param malformed takes each line that is no record, in the order of the logs
    /// @throws MarkIIException when a log cannot be read
    public static CheckReport of(List<LogSource> sources, Consumer<MalformedLine> malformed) {
        LogCheck check = new LogCheck(malformed);
        LogScan.blocks(sources, BlockCheck::of, check::add);
        return check.tallies.report(check.facts);
    }

    private void add(BlockCheck block) {
        block.malformed.forEach(malformed);
        tallies.add(block.tallies);
        facts = facts.plus(block.facts());
    }
}
