package org.tsurutus.bench.click.score;

import java.util.List;
import java.util.Optional;
import org.tsurutus.bench.click.Place;

/// What a clicker saw on a frame.
///
/// @param found the controls that it found
/// @param press the one that it would press
/// @param nanos how long it looked
public record Seen(List<Found> found, Optional<Found> press, long nanos) {
    public Seen {
        found = List.copyOf(found);
    }

    /// A control that was found.
    ///
    /// @param kind as the truth names kinds
    /// @param box where it is
    /// @param label what was read on it
    public record Found(String kind, Place box, String label) {}
}
