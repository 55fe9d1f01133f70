package org.tsurutus.app.report;

import java.util.Locale;
import org.tsurutus.markii.MarkIIRecord;

/// What an event touches; the report gives each its colour and its word.
enum Category {
    PROCESS,
    FILE,
    REGISTRY,
    NETWORK,
    DISK,
    OTHER;

    static Category of(MarkIIRecord record) {
        return of(record.kind());
    }

    /// @param kind `evt/subEvt`
    static Category of(String kind) {
        return switch (kind.substring(0, kind.indexOf('/'))) {
            case "ps" -> PROCESS;
            case "file" -> FILE;
            case "reg" -> REGISTRY;
            case "net" -> NETWORK;
            case "disk" -> DISK;
            default -> OTHER;
        };
    }

    /// The word, which is also the name of the style.
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
