package org.tsurutus.screen.sight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.tsurutus.screen.Box;

/// Something that looks like a line of text, or part of one.
///
/// @param box what is inked
/// @param parts the inked pieces from left to right: words, syllables, icons
record TextLine(Box box, List<Box> parts) {
    /// The line of those of its parts that are wanted, if any are.
    Optional<TextLine> within(Predicate<Box> wanted) {
        List<Box> inside = parts.stream().filter(wanted).toList();
        return inside.stream().reduce(Box::with).map(box -> new TextLine(box, inside));
    }

    /// The line and another one beside it.
    TextLine with(TextLine other) {
        return new TextLine(
                box.with(other.box),
                Stream.concat(parts.stream(), other.parts.stream())
                        .sorted(Comparator.comparingInt(Box::x))
                        .toList());
    }

    /// What is inked, without a picture at the beginning.
    Box withoutIcon() {
        Box first = parts.getFirst();
        boolean icon =
                parts.size() > 1
                        && first.width() * 2 >= box.height()
                        && first.width() <= 2 * box.height()
                        && parts.get(1).x() - first.right() >= box.height() / 3
                        && parts.get(1).width() > first.width();
        return icon ? parts.stream().skip(1).reduce(Box::with).orElse(box) : box;
    }
}
