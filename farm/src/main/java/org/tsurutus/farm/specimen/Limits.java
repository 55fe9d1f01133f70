package org.tsurutus.farm.specimen;

import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/// What the lab takes.
///
/// @param maximumBytes the size of the largest specimen
/// @param architectures the processors whose programs the lab's machines run, as
///   [org.tsurutus.windows.PeImage] names them
public record Limits(long maximumBytes, SortedSet<String> architectures) {
    public Limits {
        architectures = Collections.unmodifiableSortedSet(new TreeSet<>(architectures));
    }

    /// 64 MiB, for 32- and 64-bit PCs.
    public static Limits standard() {
        return new Limits(64L * 1024 * 1024, new TreeSet<>(List.of("x64", "x86")));
    }
}
