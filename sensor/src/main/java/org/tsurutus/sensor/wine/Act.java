package org.tsurutus.sensor.wine;

import java.util.Optional;
import org.tsurutus.sensor.trace.Endpoint;
import org.tsurutus.sensor.trace.TraceBytes;

/// Something that a process did, or that happened to it.
public sealed interface Act {
    /// Who did it.
    WineProcess process();

    /// A process was created, or one that was started from unix has now its image.
    record Started(WineProcess process) implements Act {}

    /// The last thread of a process ended.
    record Stopped(WineProcess process) implements Act {}

    /// A process reached into another one.
    ///
    /// @param target the other process
    /// @param api the Windows function that does this
    record Injected(WineProcess process, WineProcess target, String api) implements Act {}

    /// A file was opened; the call may have made it.
    record FileOpened(WineProcess process, OpenFile file) implements Act {}

    /// A file was opened and closed again without a handle for the process, for example because
    /// others use it. The kernel tells of that close as of any other.
    record FileRefused(WineProcess process, OpenFile file) implements Act {}

    /// The last handle of a file that the process opened was closed.
    record FileClosed(WineProcess process, OpenFile file) implements Act {}

    /// A file or directory was removed.
    ///
    /// @param path the unix path
    record FileRemoved(WineProcess process, String path, boolean directory) implements Act {}

    /// A file or directory got another name.
    ///
    /// @param from the unix path
    /// @param to the unix path
    record FileRenamed(WineProcess process, String from, String to, boolean directory)
            implements Act {}

    /// A file got one more name.
    ///
    /// @param path the unix path
    record FileLinked(WineProcess process, String path) implements Act {}

    /// A registry key was made.
    record KeyCreated(WineProcess process, String path) implements Act {}

    /// A registry key was deleted.
    record KeyDeleted(WineProcess process, String path) implements Act {}

    /// A registry key got another name.
    record KeyRenamed(WineProcess process, String from, String to) implements Act {}

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
    ///
    /// @param own this end, where the attempt came so far
    record Connecting(WineProcess process, Optional<Endpoint> own, Endpoint remote)
            implements Act {}

    /// A TCP connection stands.
    record Established(WineProcess process, Endpoint own, Endpoint remote) implements Act {}

    /// A TCP connection was taken.
    record Accepted(WineProcess process, Endpoint own, Endpoint remote) implements Act {}

    /// The socket of a TCP connection was closed.
    ///
    /// @param inode the socket's, by which its bytes are counted
    record Disconnected(WineProcess process, Endpoint own, Endpoint remote, long inode)
            implements Act {}

    /// A TCP port takes connections.
    record Listening(WineProcess process, Endpoint own) implements Act {}

    /// A UDP port was opened.
    record PortOpened(WineProcess process, Endpoint own) implements Act {}

    /// A window came to the foreground.
    ///
    /// @param process the window's owner
    record WindowActivated(WineProcess process, String title) implements Act {}

    /// Something was put on the clipboard.
    ///
    /// @param format a clipboard format, `CF_…`
    record ClipboardSet(WineProcess process, int format, TraceBytes data) implements Act {}

    /// Something was taken from the clipboard.
    ///
    /// @param source who had put it there, where that is known
    record ClipboardTaken(
            WineProcess process, int format, TraceBytes data, Optional<WineProcess> source)
            implements Act {}
}
