package org.tsurutus.markii.sort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// Runs in the order of the input. Whenever there are many of one size they become one of the next,
/// so that few are open at any time.
final class Runs implements AutoCloseable {
    private final Path directory;
    private final int most;
    private final List<List<Run>> levels = new ArrayList<>();

    /// @param most how many runs are merged at once
    Runs(Path directory, int most) {
        this.directory = directory;
        this.most = most;
    }

    /// Writes sorted lines that follow all before in the input.
    void add(List<Entries> sources) {
        add(0, Run.write(sources, directory));
    }

    private void add(int level, Run run) {
        if (levels.size() == level) {
            levels.add(new ArrayList<>());
        }
        List<Run> runs = levels.get(level);
        runs.add(run);
        if (runs.size() == most) {
            Run merged = Run.write(entries(runs), directory);
            close(runs);
            runs.clear();
            add(level + 1, merged);
        }
    }

    /// The entries of every run; those that were merged most often are the earliest.
    List<Entries> entries() {
        return entries(levels.reversed().stream().flatMap(List::stream).toList());
    }

    private static List<Entries> entries(List<Run> runs) {
        return runs.stream().map(Run::entries).toList();
    }

    @Override
    public void close() {
        levels.forEach(Runs::close);
    }

    private static void close(List<Run> runs) {
        runs.forEach(Run::close);
    }
}
