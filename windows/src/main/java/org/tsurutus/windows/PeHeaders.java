package org.tsurutus.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The headers of a PE file as numbers. Every offset in them is the file's own claim, so each read
/// is checked against the bytes at hand; headers may overlap, as in the smallest programs they do.
///
/// @param optionalHeader where the optional header lies in the file
/// @param directoryTable where the table of data directories lies in the file
/// @param directories the data directories that lie in the bytes at hand, at most 16
/// @param sections the sections whose headers lie in the bytes at hand
public record PeHeaders(
        int machine,
        int characteristics,
        int subsystem,
        long entryPoint,
        long sectionAlignment,
        long sizeOfHeaders,
        long optionalHeader,
        long directoryTable,
        List<Directory> directories,
        List<Section> sections) {

    private static final int PE_SIGNATURE = 0x4550;
    private static final int DOS_SIGNATURE = 0x5a4d;
    private static final int OPTIONAL_HEADER = 24;
    private static final int MOST_DIRECTORIES = 16;

    /// Where one of the known tables lies; both numbers are 0 where the file has none.
    public record Directory(long address, long size) {
        /// The table that a file does not have.
        public static final Directory NONE = new Directory(0, 0);
    }

    /// A stretch of the file and where Windows puts it in memory.
    public record Section(long address, long virtualSize, long fileOffset, long fileSize) {}

    /// Reads the headers from a file's first bytes, at most [PeImage#HEAD] of them being of use.
    ///
    /// @return empty when these bytes do not begin a PE file
    public static Optional<PeHeaders> read(ByteBuffer head) {
        ByteBuffer bytes = head.slice().order(ByteOrder.LITTLE_ENDIAN);
        if (bytes.limit() < 64 || unsigned16(bytes, 0) != DOS_SIGNATURE) {
            return Optional.empty();
        }
        long start = unsigned32(bytes, 60);
        if (start > bytes.limit() - OPTIONAL_HEADER || unsigned32(bytes, start) != PE_SIGNATURE) {
            return Optional.empty();
        }
        long optional = start + OPTIONAL_HEADER;
        if (optional > bytes.limit() - 70) {
            return Optional.empty();
        }
        return switch (unsigned16(bytes, optional)) {
            case 0x10b -> Optional.of(read(bytes, start, optional + 92));
            case 0x20b -> Optional.of(read(bytes, start, optional + 108));
            default -> Optional.empty();
        };
    }

    private static PeHeaders read(ByteBuffer bytes, long start, long directoryCount) {
        long optional = start + OPTIONAL_HEADER;
        return new PeHeaders(
                unsigned16(bytes, start + 4),
                unsigned16(bytes, start + 22),
                unsigned16(bytes, optional + 68),
                unsigned32(bytes, optional + 16),
                unsigned32(bytes, optional + 32),
                unsigned32(bytes, optional + 60),
                optional,
                directoryCount + 4,
                directories(bytes, directoryCount),
                sections(
                        bytes,
                        optional + unsigned16(bytes, start + 20),
                        unsigned16(bytes, start + 6)));
    }

    private static List<Directory> directories(ByteBuffer bytes, long count) {
        List<Directory> directories = new ArrayList<>();
        if (count > bytes.limit() - 4) {
            return directories;
        }
        long claimed = Math.min(MOST_DIRECTORIES, unsigned32(bytes, count));
        for (long at = count + 4; directories.size() < claimed; at += 8) {
            if (at > bytes.limit() - 8) {
                break;
            }
            directories.add(new Directory(unsigned32(bytes, at), unsigned32(bytes, at + 4)));
        }
        return List.copyOf(directories);
    }

    private static List<Section> sections(ByteBuffer bytes, long table, int claimed) {
        List<Section> sections = new ArrayList<>();
        for (long at = table; sections.size() < claimed && at <= bytes.limit() - 40; at += 40) {
            sections.add(
                    new Section(
                            unsigned32(bytes, at + 12),
                            unsigned32(bytes, at + 8),
                            unsigned32(bytes, at + 20),
                            unsigned32(bytes, at + 16)));
        }
        return List.copyOf(sections);
    }

    /// One of the 16 known tables, by its number.
    public Directory directory(int index) {
        return index < directories.size() ? directories.get(index) : Directory.NONE;
    }

    /// Where `length` bytes that Windows would see at `address` lie in the file.
    public Optional<Long> fileOffset(long address, long length) {
        for (Section section : sections) {
            long inside = address - section.address();
            if (inside >= 0 && inside + length <= section.fileSize()) {
                return Optional.of(roundedOffset(section) + inside);
            }
        }
        return address + length <= sizeOfHeaders ? Optional.of(address) : Optional.empty();
    }

    /// Windows rounds a section's place in the file down to a disk sector unless the file is mapped
    /// as it lies, which is what an alignment below a page means.
    private long roundedOffset(Section section) {
        return sectionAlignment >= 0x1000 ? section.fileOffset() & ~0x1ffL : section.fileOffset();
    }

    private static int unsigned16(ByteBuffer bytes, long at) {
        return bytes.getShort((int) at) & 0xffff;
    }

    private static long unsigned32(ByteBuffer bytes, long at) {
        return bytes.getInt((int) at) & 0xffffffffL;
    }
}
