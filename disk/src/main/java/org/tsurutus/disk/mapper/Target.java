package org.tsurutus.disk.mapper;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tsurutus.disk.DiskException;

/// One line of a device's table, or of its status: a stretch of the device and what lies below it.
///
/// @param start its first sector of 512 bytes
/// @param length sectors
/// @param type such as `thin` or `thin-pool`
/// @param parameters of the type; for a status, what the target says of itself
public record Target(long start, long length, String type, String parameters) {
    private static final int HEADER = 40;
    private static final int TYPE = 24;
    private static final int TYPE_LENGTH = 16;
    private static final int MOST_PARAMETERS = 1024;
    private static final int MOST_TARGETS = 1024;

    /// Checks that the kernel can take it.
    ///
    /// @throws DiskException when a name is too long
    public Target {
        if (type.length() >= TYPE_LENGTH || parameters.length() > MOST_PARAMETERS) {
            throw new DiskException(
                    "the target " + type + " " + parameters + " is too long for the device mapper");
        }
    }

    @Override
    public String toString() {
        return start + " " + length + " " + type + " " + parameters;
    }

    /// One `struct dm_target_spec` each, with its parameters behind it.
    static byte[] encode(List<Target> targets) {
        int size = targets.stream().mapToInt(Target::encodedLength).sum();
        ByteBuffer bytes = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        int at = 0;
        for (Target target : targets) {
            bytes.putLong(at, target.start).putLong(at + 8, target.length);
            bytes.putInt(at + 20, target.encodedLength());
            bytes.put(at + TYPE, target.type.getBytes(StandardCharsets.US_ASCII));
            bytes.put(at + HEADER, target.parameters.getBytes(StandardCharsets.UTF_8));
            at += target.encodedLength();
        }
        return bytes.array();
    }

    /// Reads what the kernel answered; there each line says where the next one starts, counted from
    /// the first.
    static List<Target> decode(ByteBuffer bytes, int count) {
        if (count < 0 || count > MOST_TARGETS) {
            throw new DiskException("the device mapper speaks of " + count + " targets");
        }
        List<Target> targets = new ArrayList<>();
        int at = 0;
        for (int i = 0; i < count; i++) {
            if (at < 0 || at > bytes.limit() - HEADER) {
                throw new DiskException("the device mapper's answer ends within a target");
            }
            targets.add(
                    new Target(
                            bytes.getLong(at),
                            bytes.getLong(at + 8),
                            text(bytes, at + TYPE, TYPE_LENGTH),
                            // The kernel ends some with a space.
                            text(bytes, at + HEADER, MOST_PARAMETERS).strip()));
            at = bytes.getInt(at + 20);
        }
        return List.copyOf(targets);
    }

    /// The text up to its zero byte.
    static String text(ByteBuffer bytes, int at, int most) {
        byte[] letters = new byte[Math.min(most, bytes.limit() - at)];
        bytes.get(at, letters);
        int length = 0;
        while (length < letters.length && letters[length] != 0) {
            length++;
        }
        return new String(letters, 0, length, StandardCharsets.UTF_8);
    }

    private int encodedLength() {
        int length = parameters.getBytes(StandardCharsets.UTF_8).length;
        return (HEADER + length + 1 + 7) & ~7;
    }
}
