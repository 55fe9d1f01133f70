package org.tsurutus.disk.qcow;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.StoreBench;

/// A store of overlays in a folder of a test.
record OverlayBench(Path folder, boolean isFuse, OverlayStore store) implements StoreBench {
    static OverlayBench plain(Path folder) {
        return new OverlayBench(folder, false, open(folder, false));
    }

    static OverlayBench fuse(Path folder) {
        return new OverlayBench(folder, true, open(folder, true));
    }

    private static OverlayStore open(Path folder, boolean isFuse) {
        return isFuse
                ? OverlayStore.fuse(folder.resolve("store"), Milestones.UNWATCHED)
                : OverlayStore.plain(folder.resolve("store"), Milestones.UNWATCHED);
    }

    @Override
    public BlockStore another() {
        return open(folder, isFuse);
    }

    @Override
    public Path scratchDisk() throws Exception {
        Path image = folder.resolve("image.raw");
        Files.deleteIfExists(image);
        ScratchDisk.create(image);
        return image;
    }

    @Override
    public void write(Attachment attachment, long at, int value) throws Exception {
        byte[] bytes = new byte[512];
        Arrays.fill(bytes, (byte) value);
        switch (attachment.format()) {
            case RAW -> {
                try (RandomAccessFile file =
                        new RandomAccessFile(attachment.path().toFile(), "rw")) {
                    file.seek(at);
                    file.write(bytes);
                }
            }
            case QCOW2 ->
                    QemuIo.commands(
                            attachment.path(), "qcow2", "write -P " + value + " " + at + " 512");
        }
    }

    @Override
    public AutoCloseable hold(Attachment attachment) throws Exception {
        return new RandomAccessFile(attachment.path().toFile(), "r");
    }

    @Override
    public void assertNothingLeft() throws Exception {
        for (String room : List.of("exports", "views", "disks")) {
            try (Stream<Path> left = Files.list(folder.resolve("store").resolve(room))) {
                assertThat(left).isEmpty();
            }
        }
        assertThat(Files.readString(Path.of("/proc/mounts"))).doesNotContain(folder.toString());
    }
}
