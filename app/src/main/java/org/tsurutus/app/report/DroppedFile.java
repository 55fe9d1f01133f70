package org.tsurutus.app.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.markii.MarkIIRecord;

/// One content that the specimen left at one path.
///
/// @param kept whether the run's directory has the content
record DroppedFile(
        String path,
        String size,
        String sha256,
        String sha1,
        String md5,
        String process,
        boolean kept) {

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    /// What tells dropped files apart.
    record Key(String path, String sha256) {}

    /// The key, if the record says that content was left somewhere: a file closed after writing, a
    /// new file, or a copy. A sensor that reports closes after writing only does not count bytes.
    static Optional<Key> key(MarkIIRecord record) {
        boolean left =
                switch (record.kind()) {
                    case "file/close" ->
                            !record.value("write", "uncounted").equals("0")
                                    || record.value("new", "0").equals("1");
                    case "file/copy", "file/download" -> true;
                    default -> false;
                };
        return left
                ? Optional.of(new Key(path(record), record.value("sha256", "")))
                : Optional.empty();
    }

    /// @param kept the directory of contents that the run kept, by hash
    static DroppedFile of(MarkIIRecord record, String process, Path kept) {
        String sha256 = record.value("sha256", "");
        return new DroppedFile(
                ShownText.of(path(record)),
                size(record),
                ShownText.of(sha256),
                ShownText.of(record.value("sha1", "")),
                ShownText.of(record.value("md5", "")),
                process,
                SHA256.matcher(sha256).matches() && Files.isRegularFile(kept.resolve(sha256)));
    }

    private static String path(MarkIIRecord record) {
        return record.value("dstPath").orElse(record.value("path", ""));
    }

    private static String size(MarkIIRecord record) {
        String size = record.value("size", "");
        try {
            return size.isEmpty() ? "" : ShownText.bytes(Long.parseLong(size));
        } catch (NumberFormatException _) {
            return ShownText.of(size);
        }
    }
}
