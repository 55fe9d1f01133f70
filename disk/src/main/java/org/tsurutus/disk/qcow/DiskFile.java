package org.tsurutus.disk.qcow;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// `disk.json` in a disk's folder: what lies over what.
///
/// @param golden the golden image's name
/// @param parent the checkpoint under what is written now; none if that is the golden image
/// @param moments all checkpoints, oldest first
record DiskFile(String golden, Optional<String> parent, List<Moment> moments) {
    /// Well below what QEMU opens at a time.
    private static final int MOST_LAYERS = 100;

    DiskFile {
        moments = List.copyOf(moments);
    }

    /// A checkpoint.
    ///
    /// @param parent the checkpoint under it; none if that is the golden image
    record Moment(String name, Optional<String> parent) {}

    static DiskFile fresh(String golden) {
        return new DiskFile(golden, Optional.empty(), List.of());
    }

    boolean has(String moment) {
        return moments.stream().anyMatch(each -> each.name.equals(moment));
    }

    DiskFile checkpointed(String moment) {
        List<Moment> more = new ArrayList<>(moments);
        more.add(new Moment(moment, parent));
        return new DiskFile(golden, Optional.of(moment), more);
    }

    DiskFile restored(String moment) {
        return new DiskFile(golden, Optional.of(moment), moments);
    }

    /// The checkpoints under what is written now, the topmost first.
    List<String> chain() {
        return chain(parent);
    }

    /// A checkpoint and those under it, the topmost first.
    List<String> chain(Optional<String> topmost) {
        List<String> chain = new ArrayList<>();
        Optional<String> next = topmost;
        while (next.isPresent() && chain.size() < MOST_LAYERS) {
            String name = next.get();
            chain.add(name);
            next =
                    moments.stream()
                            .filter(each -> each.name.equals(name))
                            .findFirst()
                            .flatMap(Moment::parent);
        }
        return chain;
    }
}
