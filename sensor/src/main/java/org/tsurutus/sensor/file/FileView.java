package org.tsurutus.sensor.file;

import java.util.ArrayList;
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
    private final Map<String, Optional<FileFacts>> changes = new HashMap<>();
    private boolean trusted = true;
    private long forgotten;

    public FileView(KnownFiles base) {
        this.base = base;
    }

    /// What is known of the file that is now at a Windows path.
    public Optional<FileFacts> find(String windowsPath) {
        Optional<FileFacts> changed = changes.get(WindowsPath.fold(windowsPath));
        if (changed != null) {
            return changed;
        }
        return trusted ? base.find(windowsPath) : Optional.empty();
    }

    /// A file was closed after writing.
    ///
    /// @param facts empty when its bytes are not known in full
    public void changed(String windowsPath, Optional<FileFacts> facts) {
        String path = WindowsPath.fold(windowsPath);
        if (changes.size() >= MAX_CHANGES && !changes.containsKey(path)) {
            forgotten++;
            trusted = false;
            return;
        }
        changes.put(path, facts);
    }

    /// A file is gone.
    public void deleted(String windowsPath) {
        changed(windowsPath, Optional.empty());
    }

    /// A file has another name. Of a directory, the files that the run changed go with it; those
    /// known beforehand are not looked up under the new name.
    public void moved(String from, String to) {
        Optional<FileFacts> facts = find(from);
        deleted(from);
        changed(to, facts);
        String below = WindowsPath.fold(from) + "\\";
        List<String> children = new ArrayList<>(changes.keySet());
        for (String child : children) {
            if (child.startsWith(below)) {
                Optional<FileFacts> moved = find(child);
                deleted(child);
                changed(to + "\\" + child.substring(below.length()), moved);
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
