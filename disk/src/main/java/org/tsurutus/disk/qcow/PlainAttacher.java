package org.tsurutus.disk.qcow;

import java.util.List;
import java.util.Optional;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.DiskName;

/// Hands out the overlay itself: QEMU opens it.
final class PlainAttacher implements Attacher {
    @Override
    public Attachment attach(DiskName disk, List<Image> layers) {
        Image top = layers.getFirst();
        return new Attachment(top.path(), top.format());
    }

    @Override
    public void detach(DiskName disk) {}

    @Override
    public Optional<Attachment> attached(DiskName disk) {
        return Optional.empty();
    }

    @Override
    public List<String> sweep() {
        return List.of();
    }
}
