package org.tsurutus.bench;

/// What happens on a terminal when a line is made, so that lines fit each other.
enum Act {
    /// A program starts and becomes one that acts.
    START,
    /// A process ends.
    STOP,
    /// A known file is met again, its content unchanged.
    READ,
    /// A file gets content that no log has seen before.
    WRITE,
    /// A file appears.
    CREATE,
    /// A known file goes.
    DELETE,
    /// A known file gets another path.
    RENAME,
    /// A known file's content appears under another path too.
    COPY,
    /// The file of a program or a library is met.
    IMAGE,
    /// A connection begins.
    CONNECT,
    /// The newest connection is met again.
    TALK,
    /// One of the last connections ends.
    DISCONNECT,
    /// A process does something that concerns none of these.
    OTHER
}
