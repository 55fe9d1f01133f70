package org.tsurutus.windows.version;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// One block of a version resource: a key, a value, and blocks inside it. A block ends where the
/// one around it does, whatever length it claims.
///
/// @param key its name
/// @param bytes the whole block, from its own length on
/// @param valueAt where its value begins in `bytes`
/// @param valueLength the length of its value as the block has it: in characters for a text, else
///   in bytes
record VersionBlock(String key, ByteBuffer bytes, int valueAt, int valueLength) {
    private static final int HEAD = 6;
    private static final int TEXT = 1;

    /// The block that begins at `at`, or empty where none can.
    private static Optional<VersionBlock> read(ByteBuffer around, int at) {
        int left = around.limit() - at;
        if (left < HEAD) {
            return Optional.empty();
        }
        int length = Math.min(left, unsigned16(around, at));
        if (length < HEAD) {
            return Optional.empty();
        }
        ByteBuffer bytes = around.slice(at, length).order(ByteOrder.LITTLE_ENDIAN);
        String key = text(bytes, HEAD);
        int valueAt = Math.min(length, aligned(HEAD + (key.length() + 1) * 2));
        return Optional.of(new VersionBlock(key, bytes, valueAt, unsigned16(bytes, 2)));
    }

    static Optional<VersionBlock> root(ByteBuffer resource) {
        return read(resource, 0);
    }

    /// The blocks inside; those after a damaged one are lost with it.
    List<VersionBlock> children() {
        List<VersionBlock> children = new ArrayList<>();
        boolean text = unsigned16(bytes, 4) == TEXT;
        int at = aligned(valueAt + (text ? valueLength * 2 : valueLength));
        for (Optional<VersionBlock> next = read(bytes, at); next.isPresent(); ) {
            children.add(next.get());
            at = aligned(at + next.get().bytes().limit());
            next = read(bytes, at);
        }
        return children;
    }

    /// The children of that name, in any case.
    List<VersionBlock> children(String name) {
        return children().stream().filter(child -> child.key().equalsIgnoreCase(name)).toList();
    }

    /// The value as a text up to its NUL or the block's end; compilers disagree whether its length
    /// counts characters or bytes. Empty where there is none.
    Optional<String> textValue() {
        return Optional.of(text(bytes, valueAt)).filter(text -> valueLength > 0 && !text.isEmpty());
    }

    private static String text(ByteBuffer bytes, int from) {
        int end = from;
        while (end + 1 < bytes.limit() && bytes.getShort(end) != 0) {
            end += 2;
        }
        byte[] text = new byte[end - from];
        bytes.get(from, text);
        return new String(text, StandardCharsets.UTF_16LE);
    }

    private static int aligned(int at) {
        return (at + 3) & ~3;
    }

    private static int unsigned16(ByteBuffer bytes, int at) {
        return bytes.getShort(at) & 0xffff;
    }
}
