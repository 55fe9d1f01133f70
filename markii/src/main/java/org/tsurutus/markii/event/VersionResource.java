package org.tsurutus.markii.event;

import java.util.Optional;

/// What a program says of itself in its version resource; nothing vouches for it.
public record VersionResource(
        Optional<String> company,
        Optional<String> copyright,
        Optional<String> description,
        Optional<String> fileVersion,
        Optional<String> product,
        Optional<String> productVersion) {

    static VersionResource of(Fields fields) {
        return new VersionResource(
                fields.text("company"),
                fields.text("copyright"),
                fields.text("fileDesc"),
                fields.text("fileVer"),
                fields.text("product"),
                fields.text("productVer"));
    }
}
