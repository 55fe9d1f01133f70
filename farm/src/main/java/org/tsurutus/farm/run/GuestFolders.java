package org.tsurutus.farm.run;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// The folders that are on a PC's drive C. Windows does not mind how their names are written; the
/// guest's file system does.
public final class GuestFolders {
    private static final List<String> EMPTY_ONES =
            List.of(
                    "C:\\users\\lab\\Desktop\\",
                    "C:\\users\\lab\\Documents\\",
                    "C:\\users\\lab\\Downloads\\",
                    "C:\\users\\lab\\Music\\",
                    "C:\\users\\lab\\Pictures\\",
                    "C:\\users\\lab\\Videos\\");

    private final Map<String, String> asThere = new HashMap<>();

    /// @param files Windows paths of files that are there, as they are written there
    public GuestFolders(Collection<String> files) {
        files.forEach(this::add);
        EMPTY_ONES.forEach(this::add);
    }

    private void add(String file) {
        for (int end = file.lastIndexOf('\\') + 1; end > 0; ) {
            String folder = file.substring(0, end);
            if (asThere.putIfAbsent(folded(folder), folder) != null) {
                return;
            }
            end = file.lastIndexOf('\\', end - 2) + 1;
        }
    }

    private static String folded(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    /// Whether a folder is there.
    ///
    /// @param folder with a backslash at its end, in any case
    boolean has(String folder) {
        return asThere.containsKey(folded(folder));
    }

    /// A path with those of its folders that are there written as they are there.
    String asThere(String path) {
        for (int end = path.lastIndexOf('\\') + 1; end > 0; ) {
            String folder = path.substring(0, end);
            String written = asThere.get(folded(folder));
            if (written != null) {
                return written + path.substring(end);
            }
            end = path.lastIndexOf('\\', end - 2) + 1;
        }
        return path;
    }
}
