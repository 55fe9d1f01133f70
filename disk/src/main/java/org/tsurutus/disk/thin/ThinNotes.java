package org.tsurutus.disk.thin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.JsonNote;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.StoreLock;
import org.tsurutus.disk.mapper.Actions;

/// The [ThinTable] on the medium, `thin.json`, and the lock that whoever changes it holds.
final class ThinNotes {
    private final Path folder;
    private final Path file;
    private final Actions actions;
    private final StoreLock lock;

    ThinNotes(Path folder, Actions actions) {
        this.folder = folder;
        this.file = folder.resolve("thin.json");
        this.actions = actions;
        this.lock = new StoreLock(folder.resolve("lock"));
    }

    <T> T hold(Supplier<T> work) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DiskException("cannot keep disks in " + folder + ": " + e, e);
        }
        return lock.hold(work);
    }

    ThinTable load() {
        return JsonNote.read(file, ThinTable.class).orElse(ThinTable.EMPTY);
    }

    ThinTable save(ThinTable table) {
        actions.perform(
                "write " + file,
                () -> {
                    try {
                        JsonNote.write(file, table);
                    } catch (IOException e) {
                        throw new DiskException("cannot write " + file + ": " + e, e);
                    }
                });
        return table;
    }

    List<String> sweep() {
        return Leftovers.sweep(folder);
    }
}
