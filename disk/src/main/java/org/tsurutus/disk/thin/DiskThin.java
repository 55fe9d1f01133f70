package org.tsurutus.disk.thin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A disk in the table.
///
/// @param golden the golden image's name
/// @param thin the number of what is written now
/// @param moments its checkpoints, oldest first
record DiskThin(String name, String golden, int thin, List<Moment> moments) {
    DiskThin {
        moments = List.copyOf(moments);
    }

    /// A checkpoint.
    ///
    /// @param thin its number in the pool
    record Moment(String name, int thin) {}

    static DiskThin fresh(String name, String golden, int thin) {
        return new DiskThin(name, golden, thin, List.of());
    }

    Optional<Moment> moment(String moment) {
        return moments.stream().filter(each -> each.name.equals(moment)).findFirst();
    }

    DiskThin checkpointed(String moment, int number) {
        List<Moment> more = new ArrayList<>(moments);
        more.add(new Moment(moment, number));
        return new DiskThin(name, golden, thin, more);
    }

    DiskThin continuing(int other) {
        return new DiskThin(name, golden, other, moments);
    }

    /// All its numbers in the pool.
    List<Integer> numbers() {
        return IntStream.concat(IntStream.of(thin), moments.stream().mapToInt(Moment::thin))
                .boxed()
                .toList();
    }
}
