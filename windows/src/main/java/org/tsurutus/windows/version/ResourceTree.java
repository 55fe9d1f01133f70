package org.tsurutus.windows.version;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeHeaders;

/// The way from the root of a file's resources to one of them: kind, then name, then language. It
/// takes three steps whatever the file says, so a tree that bites its own tail is as good as any.
final class ResourceTree {
    private static final int RESOURCE_DIRECTORY = 2;
    private static final int VERSION_KIND = 16;
    private static final int ENGLISH = 0x409;
    private static final int MOST_ENTRIES = 4096;
    private static final long BELOW = 0x8000_0000L;

    private final PeFile pe;
    private final long root;

    private ResourceTree(PeFile pe, long root) {
        this.pe = pe;
        this.root = root;
    }

    private record Entry(long id, long offset) {
        boolean isDirectory() {
            return (offset & BELOW) != 0;
        }
    }

    /// The version resource that a program asking for no language gets: the one of no language,
    /// else of American English, else the first. Empty where there is none, or it is not in the
    /// file.
    static Optional<ByteBuffer> versionResource(PeFile pe, int mostBytes) throws IOException {
        PeHeaders.Directory directory = pe.headers().directory(RESOURCE_DIRECTORY);
        if (directory.address() == 0) {
            return Optional.empty();
        }
        ResourceTree tree = new ResourceTree(pe, directory.address());
        Optional<Entry> kind =
                tree.entries(0).stream().filter(entry -> entry.id() == VERSION_KIND).findFirst();
        Optional<Entry> name = tree.first(kind, entry -> entry.id() == 1 ? 0 : 1);
        Optional<Entry> language = tree.first(name, ResourceTree::rankOfLanguage);
        return language.isEmpty() ? Optional.empty() : tree.data(language.get(), mostBytes);
    }

    private static int rankOfLanguage(Entry entry) {
        return entry.id() == 0 ? 0 : entry.id() == ENGLISH ? 1 : 2;
    }

    private interface Rank {
        int of(Entry entry);
    }

    private Optional<Entry> first(Optional<Entry> parent, Rank rank) throws IOException {
        if (parent.isEmpty() || !parent.get().isDirectory()) {
            return Optional.empty();
        }
        return entries(parent.get().offset() & ~BELOW).stream()
                .min(Comparator.comparingInt(rank::of));
    }

    private List<Entry> entries(long offset) throws IOException {
        List<Entry> entries = new ArrayList<>();
        Optional<ByteBuffer> head = pe.find(root + offset, 16);
        if (head.isEmpty()) {
            return entries;
        }
        int claimed = (head.get().getShort(12) & 0xffff) + (head.get().getShort(14) & 0xffff);
        int count = Math.min(claimed, MOST_ENTRIES);
        Optional<ByteBuffer> table = pe.find(root + offset + 16, count * 8);
        if (table.isPresent()) {
            for (int i = 0; i < count; i++) {
                entries.add(
                        new Entry(
                                unsigned32(table.get(), i * 8),
                                unsigned32(table.get(), i * 8 + 4)));
            }
        }
        return entries;
    }

    private Optional<ByteBuffer> data(Entry leaf, int mostBytes) throws IOException {
        if (leaf.isDirectory()) {
            return Optional.empty();
        }
        Optional<ByteBuffer> place = pe.find(root + leaf.offset(), 8);
        if (place.isEmpty()) {
            return Optional.empty();
        }
        int size = (int) Math.min(mostBytes, unsigned32(place.get(), 4));
        return pe.find(unsigned32(place.get(), 0), size);
    }

    private static long unsigned32(ByteBuffer bytes, int at) {
        return bytes.getInt(at) & 0xffff_ffffL;
    }
}
