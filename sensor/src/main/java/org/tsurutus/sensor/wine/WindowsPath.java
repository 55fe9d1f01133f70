package org.tsurutus.sensor.wine;

import java.util.Locale;

/// Names as programs write them, made from the names of the NT kernel.
public final class WindowsPath {
    private WindowsPath() {}

    /// A file path: `\??\C:\x` is `C:\x`, `\??\UNC\h\s` is `\\h\s`, and another device `\??\D` is
    /// `\\.\D`. A closing backslash is dropped unless it names a drive's root.
    public static String ofFile(String ntPath) {
        String path = ntPath;
        if (startsWith(path, "\\??\\UNC\\")) {
            path = "\\\\" + path.substring(8);
        } else if (path.startsWith("\\??\\") && path.startsWith(":", 5)) {
            path = path.substring(4);
        } else if (path.startsWith("\\??\\")) {
            path = "\\\\.\\" + path.substring(4);
        }
        return path.length() > 3 && path.endsWith("\\")
                ? path.substring(0, path.length() - 1)
                : path;
    }

    /// A registry path: `\Registry\Machine\x` is `HKEY_LOCAL_MACHINE\x`, `\Registry\User\x` is
    /// `HKEY_USERS\x`; any other stays as it is.
    public static String ofKey(String ntPath) {
        String machine = "\\Registry\\Machine";
        String user = "\\Registry\\User";
        if (isUnder(ntPath, machine)) {
            return "HKEY_LOCAL_MACHINE" + ntPath.substring(machine.length());
        }
        if (isUnder(ntPath, user)) {
            return "HKEY_USERS" + ntPath.substring(user.length());
        }
        return ntPath;
    }

    /// A path in the form in which two spellings of the same file compare equal.
    public static String fold(String path) {
        return path.toLowerCase(Locale.ROOT);
    }

    private static boolean isUnder(String path, String root) {
        return startsWith(path, root)
                && (path.length() == root.length() || path.charAt(root.length()) == '\\');
    }

    private static boolean startsWith(String path, String start) {
        return path.regionMatches(true, 0, start, 0, start.length());
    }
}
