package org.tsurutus.sensor.wine;

import org.tsurutus.sensor.trace.TraceBytes;

/// Something that a process did, or that happened to it.
public sealed interface Act {
    /// Who did it.
    WineProcess process();

    /// A process was created, or one that was started from unix has now its image.
    record Started(WineProcess process) implements Act {}

    /// The last thread of a process ended.
    record Stopped(WineProcess process) implements Act {}

    /// A file was opened; the call may have made it.
    record FileOpened(WineProcess process, OpenFile file) implements Act {}

    /// The last handle of a file was closed, by this process.
    record FileReleased(WineProcess process, OpenFile file) implements Act {}

    /// A file or directory got another name.
    record FileRenamed(WineProcess process, OpenFile file, FileName from, FileName to)
            implements Act {}

    /// A file got one more name.
    record FileLinked(WineProcess process, FileName name) implements Act {}

    /// A registry key was made.
    record KeyCreated(WineProcess process, String path) implements Act {}

    /// A registry key was deleted.
    record KeyDeleted(WineProcess process, String path) implements Act {}

    /// A registry value was set.
    ///
    /// @param path the key
    /// @param name the value's name, empty for the default value
    /// @param type the value's type as a number
    record ValueSet(WineProcess process, String path, String name, int type, TraceBytes data)
            implements Act {}

    /// A registry value was deleted.
    record ValueDeleted(WineProcess process, String path, String name) implements Act {}

    /// A TCP connection was attempted.
    record Connecting(WineProcess process, Endpoint destination) implements Act {}

    /// The two names of one file.
    ///
    /// @param ntPath `\??\C:\...`
    /// @param unixPath the same in the guest's kernel
    record FileName(String ntPath, String unixPath) {}
}
