package org.tsurutus.sensor;

/// Command lines as Windows reads them.
final class CommandLine {
    private CommandLine() {}

    /// What follows the program's name. The name ends at the next quote when it begins with one,
    /// else at the first blank; a backslash means nothing in it.
    static String arguments(String line) {
        int end;
        if (line.startsWith("\"")) {
            int quote = line.indexOf('"', 1);
            end = quote < 0 ? line.length() : quote + 1;
        } else {
            end = 0;
            while (end < line.length() && !isBlank(line.charAt(end))) {
                end++;
            }
        }
        while (end < line.length() && isBlank(line.charAt(end))) {
            end++;
        }
        return line.substring(end);
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }
}
