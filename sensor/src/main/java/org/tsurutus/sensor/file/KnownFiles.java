package org.tsurutus.sensor.file;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.sensor.wine.WindowsPath;

/// The files that are on the PC before the run: those of the base image, and the specimen.
public final class KnownFiles {
    private final Map<String, FileFacts> byPath;

    /// @param byPath Windows paths, `C:\...`, in any case
    public KnownFiles(Map<String, FileFacts> byPath) {
        Map<String, FileFacts> folded = new HashMap<>();
        byPath.forEach((path, facts) -> folded.put(WindowsPath.fold(path), facts));
        this.byPath = Map.copyOf(folded);
    }

    /// All of them, by Windows path as [WindowsPath#fold] writes it.
    public Map<String, FileFacts> byPath() {
        return byPath;
    }

    /// What is known of the file at a Windows path, in any case.
    public Optional<FileFacts> find(String windowsPath) {
        return Optional.ofNullable(byPath.get(WindowsPath.fold(windowsPath)));
    }
}
