package org.tsurutus.windows;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What a library offers to callers.
///
/// @param exports in the order of their ordinals; a function with several names stands there once
///   for each
/// @param complete false where the file names more than was read: over 65,536 functions or names,
///   or a name that is over 512 bytes or not in the file
public record PeExports(List<Export> exports, boolean complete) {
    private static final int MOST_EXPORTS = 65_536;
    private static final int LONGEST_NAME = 512;

    /// One function, or one piece of data, that callers can ask for.
    ///
    /// @param ordinal its number
    /// @param name its name, byte by byte (ISO 8859-1), unfit to print unchecked; absent where it
    ///   has only a number
    public record Export(long ordinal, Optional<String> name) {}

    public PeExports {
        exports = List.copyOf(exports);
    }

    /// Whether a caller finds this name; upper and lower case differ.
    public boolean hasName(String name) {
        return exports.stream().anyMatch(export -> export.name().equals(Optional.of(name)));
    }

    /// Whether a caller finds this number.
    public boolean hasOrdinal(long ordinal) {
        return exports.stream().anyMatch(export -> export.ordinal() == ordinal);
    }

    /// Reads the export table of a PE file; one without exports has an empty list.
    ///
    /// @throws WindowsException when the file cannot be read, is not a PE file, or claims an export
    ///   table that it does not hold
    public static PeExports read(Path file) {
        try (PeFile pe = PeFile.open(file)) {
            PeHeaders.Directory directory = pe.headers().directory(0);
            return directory.address() == 0
                    ? new PeExports(List.of(), true)
                    : read(pe, directory.address());
        } catch (IOException e) {
            throw new WindowsException("cannot read " + file + ": " + e, e);
        }
    }

    private static PeExports read(PeFile pe, long address) throws IOException {
        ByteBuffer table = pe.bytes(address, 40, "export table");
        long firstOrdinal = unsigned32(table, 16);
        long functionCount = unsigned32(table, 20);
        long nameCount = unsigned32(table, 24);
        int functions = (int) Math.min(functionCount, MOST_EXPORTS);
        int names = (int) Math.min(nameCount, MOST_EXPORTS);
        boolean complete = functions == functionCount && names == nameCount;
        ByteBuffer addresses =
                pe.bytes(unsigned32(table, 28), functions * 4, "list of exported functions");
        ByteBuffer nameAddresses =
                pe.bytes(unsigned32(table, 32), names * 4, "list of exported names");
        ByteBuffer nameTargets =
                pe.bytes(unsigned32(table, 36), names * 2, "list of named ordinals");

        List<Export> exports = new ArrayList<>();
        Set<Integer> named = new HashSet<>();
        for (int i = 0; i < names; i++) {
            int target = nameTargets.getShort(i * 2) & 0xffff;
            if (target >= functions || addresses.getInt(target * 4) == 0) {
                continue;
            }
            Optional<byte[]> name = pe.untilZero(unsigned32(nameAddresses, i * 4), LONGEST_NAME);
            if (name.isEmpty()) {
                complete = false;
                continue;
            }
            named.add(target);
            String text = new String(name.get(), StandardCharsets.ISO_8859_1);
            exports.add(new Export(firstOrdinal + target, Optional.of(text)));
        }
        for (int i = 0; i < functions; i++) {
            if (addresses.getInt(i * 4) != 0 && !named.contains(i)) {
                exports.add(new Export(firstOrdinal + i, Optional.empty()));
            }
        }
        exports.sort(
                Comparator.comparingLong(Export::ordinal)
                        .thenComparing(export -> export.name().orElse("")));
        return new PeExports(exports, complete);
    }

    private static long unsigned32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffffffffL;
    }
}
