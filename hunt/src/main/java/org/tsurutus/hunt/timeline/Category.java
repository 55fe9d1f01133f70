package org.tsurutus.hunt.timeline;

import java.util.Locale;
import org.tsurutus.markii.MarkIIRecord;

/// What an event touches.
public enum Category {
    /// Processes.
    PROCESS,
    /// Files and folders.
    FILE,
    /// The registry.
    REGISTRY,
    /// The network.
    NETWORK,
    /// Sectors of a disk.
    DISK,
    /// The screen, where the lab clicks.
    SCREEN,
    /// Anything else.
    OTHER;

    /// What a record's event touches.
    public static Category of(MarkIIRecord record) {
        return of(record.kind());
    }

    /// What events of a kind touch.
    ///
    /// @param kind `evt/subEvt`
    public static Category of(String kind) {
        return switch (kind.substring(0, kind.indexOf('/'))) {
            case "ps" -> PROCESS;
            case "file" -> FILE;
            case "reg" -> REGISTRY;
            case "net" -> NETWORK;
            case "disk" -> DISK;
            case "screen" -> SCREEN;
            default -> OTHER;
        };
    }

    /// The word for it, in lower case.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
