package org.tsurutus.network.endpoint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tsurutus.network.packet.Octets;

/// Parts of a stream that came before those in front of them. What was kept is never replaced by a
/// repetition that says something else. Bounded by number; the window bounds their bytes.
final class Reordering {
    private static final int MOST = 64;

    private record Part(int sequence, Octets bytes) {}

    private final List<Part> parts = new ArrayList<>(0);

    /// Keeps a part, unless there is no room: then it will come again.
    void keep(int sequence, Octets bytes) {
        boolean isKnown = parts.stream().anyMatch(part -> part.sequence() == sequence);
        if (parts.size() < MOST && !isKnown && bytes.length() > 0) {
            parts.add(new Part(sequence, bytes));
        }
    }

    /// The bytes from a number on, if they were kept.
    Optional<Octets> next(int sequence) {
        parts.removeIf(part -> sequence - (part.sequence() + part.bytes().length()) >= 0);
        for (Part part : parts) {
            int skip = sequence - part.sequence();
            if (skip >= 0) {
                parts.remove(part);
                return Optional.of(part.bytes().from(skip));
            }
        }
        return Optional.empty();
    }

    void clear() {
        parts.clear();
    }
}
