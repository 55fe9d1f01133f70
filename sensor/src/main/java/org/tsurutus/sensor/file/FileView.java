package org.tsurutus.sensor.file;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.sensor.wine.WindowsPath;

/// The files as they are now: those known beforehand, under what the run has changed. It rather
/// knows nothing than something old.
public final class FileView {
    private static final int MAX_CHANGES = 65_536;

    private final KnownFiles base;
    private final Map<String, Change> changes = new HashMap<>();
    private boolean trusted = true;
    private long forgotten;

    /// What is known since a moment of the guest's clock; no facts where the file is gone or not
    /// known in full.
    private record Change(Optional<FileFacts> facts, long nanos) {}

    public FileView(KnownFiles base) {
        this.base = base;
    }

    /// What is known of the file that is now at a Windows path.
    public Optional<FileFacts> find(String windowsPath) {
        Change changed = changes.get(WindowsPath.fold(windowsPath));
        if (changed != null) {
            return changed.facts();
        }
        return trusted ? base.find(windowsPath) : Optional.empty();
    }

    /// A file was closed after writing. What is older than what is known already changes nothing.
    ///
    /// @param facts empty when its bytes are not known in full
    /// @param nanos the guest's clock
    public void changed(String windowsPath, Optional<FileFacts> facts, long nanos) {
        String path = WindowsPath.fold(windowsPath);
        Change before = changes.get(path);
        if (before != null && before.nanos() > nanos) {
            return;
        }
        if (before == null && changes.size() >= MAX_CHANGES) {
            forgotten++;
            trusted = false;
            return;
        }
        changes.put(path, new Change(facts, nanos));
    }

    /// A file is gone.
    public void deleted(String windowsPath, long nanos) {
        changed(windowsPath, Optional.empty(), nanos);
    }

    /// A file has another name. Of a directory, the files that the run changed go with it; those
    /// known beforehand are not looked up under the new name.
    public void moved(String from, String to, long nanos) {
        Optional<FileFacts> facts = find(from);
        deleted(from, nanos);
        changed(to, facts, nanos);
        String below = WindowsPath.fold(from) + "\\";
        for (String child : List.copyOf(changes.keySet())) {
            if (child.startsWith(below)) {
                Optional<FileFacts> moved = find(child);
                deleted(child, nanos);
                changed(to + "\\" + child.substring(below.length()), moved, nanos);
            }
        }
    }

    /// Changes may have been missed, so nothing known so far can be trusted any more.
    public void distrust() {
        changes.clear();
        trusted = false;
    }

    /// How many changes were not kept for lack of room; since the first, files known beforehand are
    /// no longer trusted.
    public long forgotten() {
        return forgotten;
    }
}
