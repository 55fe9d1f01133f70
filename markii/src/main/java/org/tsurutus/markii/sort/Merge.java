package org.tsurutus.markii.sort;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;

/// Sorted entries of several sources as one; of equal keys the earlier source's come first.
final class Merge {
    private static final Comparator<Source> ORDER =
            Comparator.comparing(Source::entries, Entries::compareKey)
                    .thenComparingInt(Source::place);

    private final PriorityQueue<Source> waiting;
    private Optional<Source> current = Optional.empty();

    private record Source(Entries entries, int place) {}

    /// @param sources in the order of the input
    Merge(List<Entries> sources) throws IOException {
        waiting = new PriorityQueue<>(Math.max(1, sources.size()), ORDER);
        for (int place = 0; place < sources.size(); place++) {
            addNext(new Source(sources.get(place), place));
        }
    }

    /// The next entry, whose line must be read before this is called again; empty behind the last.
    Optional<Entries> next() throws IOException {
        if (current.isPresent()) {
            addNext(current.get());
        }
        current = Optional.ofNullable(waiting.poll());
        return current.map(Source::entries);
    }

    private void addNext(Source source) throws IOException {
        if (source.entries().next()) {
            waiting.add(source);
        }
    }
}
