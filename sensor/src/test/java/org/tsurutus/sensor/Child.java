package org.tsurutus.sensor;

import java.util.List;

/// How a program starts another one.
///
/// @param thread the pipe of its first thread
/// @param inherits whether it gets the handles that may be inherited
/// @param chosen the handles that are to be inherited; all where there are none
/// @param output its standard output
/// @param commandLine the whole one
record Child(
        int pid,
        int thread,
        String image,
        boolean inherits,
        List<Integer> chosen,
        int output,
        String commandLine) {
    static final String IMAGE = "C:\\windows\\child.exe";

    static Child of(int pid, int thread) {
        return new Child(pid, thread, IMAGE, false, List.of(), 0, "child.exe one \"two\"");
    }

    Child inheriting(Integer... handles) {
        return new Child(pid, thread, image, true, List.of(handles), output, commandLine);
    }

    Child withOutput(int handle) {
        return new Child(pid, thread, image, inherits, chosen, handle, commandLine);
    }

    Child withImage(String path) {
        return new Child(pid, thread, path, inherits, chosen, output, commandLine);
    }

    Child withCommandLine(String line) {
        return new Child(pid, thread, image, inherits, chosen, output, line);
    }
}
