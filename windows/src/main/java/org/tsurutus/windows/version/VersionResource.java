package org.tsurutus.windows.version;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tsurutus.windows.PeFile;

/// Reads the version resource (VS_VERSIONINFO) of a PE file.
///
/// Of several languages it takes the table that the resource itself lists first as a translation,
/// else American English (`0409`), else the first table.
public final class VersionResource {
    /// The length of a block has 16 bits.
    private static final int MOST_BYTES = 0xffff;

    private static final int MOST_TRANSLATIONS = 64;
    private static final int FIXED_MAGIC = 0xfeef04bd;
    private static final int FIXED_BYTES = 52;

    private VersionResource() {}

    /// What the resource says; empty where the file has none, one that cannot be read at all, or
    /// one that says nothing of what is asked. Of a damaged one it takes what is whole.
    ///
    /// @throws IOException when the file cannot be read
    public static Optional<VersionStrings> read(PeFile pe) throws IOException {
        return ResourceTree.versionResource(pe, MOST_BYTES)
                .flatMap(VersionBlock::root)
                .filter(root -> root.key().equals("VS_VERSION_INFO"))
                .map(VersionResource::strings)
                .filter(strings -> !strings.equals(VersionStrings.NOTHING));
    }

    private static VersionStrings strings(VersionBlock root) {
        List<VersionBlock> strings = table(root).map(VersionBlock::children).orElse(List.of());
        return new VersionStrings(
                text(strings, "CompanyName"),
                text(strings, "LegalCopyright"),
                text(strings, "FileDescription"),
                text(strings, "FileVersion").or(() -> fixedVersion(root)),
                text(strings, "ProductName"),
                text(strings, "ProductVersion"));
    }

    private static Optional<String> text(List<VersionBlock> strings, String name) {
        return strings.stream()
                .filter(string -> string.key().equalsIgnoreCase(name))
                .findFirst()
                .flatMap(VersionBlock::textValue);
    }

    private static Optional<VersionBlock> table(VersionBlock root) {
        List<String> listed = translations(root);
        return root.children("StringFileInfo").stream()
                .flatMap(info -> info.children().stream())
                .min(Comparator.comparingInt(table -> rank(table.key(), listed)));
    }

    private static int rank(String table, List<String> listed) {
        String key = table.toLowerCase(Locale.ROOT);
        int place = listed.indexOf(key);
        if (place >= 0) {
            return place;
        }
        return key.startsWith("0409") ? listed.size() : listed.size() + 1;
    }

    private static List<String> translations(VersionBlock root) {
        return root.children("VarFileInfo").stream()
                .flatMap(info -> info.children("Translation").stream())
                .flatMap(VersionResource::pairs)
                .limit(MOST_TRANSLATIONS)
                .toList();
    }

    private static Stream<String> pairs(VersionBlock translation) {
        ByteBuffer bytes = translation.bytes();
        int at = translation.valueAt();
        int pairs = Math.min(translation.valueLength(), bytes.limit() - at) / 4;
        return IntStream.range(0, pairs)
                .mapToObj(i ->
                        String.format(
                                Locale.ROOT,
                                "%04x%04x",
                                bytes.getShort(at + i * 4),
                                bytes.getShort(at + i * 4 + 2)));
    }

    private static Optional<String> fixedVersion(VersionBlock root) {
        ByteBuffer bytes = root.bytes();
        int at = root.valueAt();
        if (root.valueLength() < FIXED_BYTES
                || bytes.limit() - at < FIXED_BYTES
                || bytes.getInt(at) != FIXED_MAGIC) {
            return Optional.empty();
        }
        int high = bytes.getInt(at + 8);
        int low = bytes.getInt(at + 12);
        if (high == 0 && low == 0) {
            return Optional.empty();
        }
        return Optional.of(
                (high >>> 16) + "." + (high & 0xffff) + "." + (low >>> 16) + "." + (low & 0xffff));
    }
}
