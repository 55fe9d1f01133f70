package org.tsurutus.disk.vm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;
import org.tsurutus.disk.store.Space;
import org.tsurutus.disk.store.Verdict;
import tools.jackson.databind.json.JsonMapper;

/// A store of thin disks in a VM, each of whose methods is one line to [StoreOperator].
///
/// @param controller as whom the store is asked
record RemoteStore(StorageVm vm, String controller) implements BlockStore {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    List<String> ask(Object... words) {
        String line =
                String.join(
                        " ",
                        Stream.concat(Stream.of("store", controller), Stream.of(words))
                                .map(Object::toString)
                                .toList());
        try {
            VmPort.Reply reply = vm.attempt(line);
            if (reply.code() != 0) {
                throw new DiskException(reply.text().replaceFirst("^[A-Za-z.]+: ", ""));
            }
            return reply.lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<DiskName> names(Object... words) {
        return ask(words).stream().map(DiskName::new).toList();
    }

    @Override
    public Golden importGolden(DiskName name, Path image, ImageFormat format) {
        return JSON.readValue(ask("import", name, image, format.label()).getFirst(), Golden.class);
    }

    @Override
    public Optional<Golden> golden(DiskName name) {
        return ask("golden", name).stream()
                .findFirst()
                .map(line -> JSON.readValue(line, Golden.class));
    }

    @Override
    public List<DiskName> goldens() {
        return names("goldens");
    }

    @Override
    public void snapshot(DiskName golden, DiskName disk) {
        ask("snapshot", golden, disk);
    }

    @Override
    public Optional<DiskName> origin(DiskName disk) {
        return names("origin", disk).stream().findFirst();
    }

    @Override
    public void checkpoint(DiskName disk, DiskName moment) {
        ask("checkpoint", disk, moment);
    }

    @Override
    public void restore(DiskName disk, DiskName moment) {
        ask("restore", disk, moment);
    }

    @Override
    public List<DiskName> checkpoints(DiskName disk) {
        return names("checkpoints", disk);
    }

    @Override
    public Attachment attach(DiskName disk) {
        return new Attachment(Path.of(ask("attach", disk).getFirst()), ImageFormat.RAW);
    }

    @Override
    public void detach(DiskName disk) {
        ask("detach", disk);
    }

    @Override
    public Optional<String> user(DiskName disk) {
        return ask("user", disk).stream().findFirst();
    }

    @Override
    public Blocks read(DiskName diskOrGolden) {
        return new RemoteBlocks(diskOrGolden, "-");
    }

    @Override
    public Blocks read(DiskName disk, DiskName moment) {
        return new RemoteBlocks(disk, moment.text());
    }

    @Override
    public List<Extent> written(DiskName disk) {
        return extents("written", disk);
    }

    @Override
    public List<Extent> written(DiskName disk, DiskName moment) {
        return extents("written", disk, moment);
    }

    private List<Extent> extents(Object... words) {
        return ask(words).stream().map(line -> JSON.readValue(line, Extent.class)).toList();
    }

    @Override
    public void rollBack(DiskName disk) {
        ask("rollback", disk);
    }

    @Override
    public Verdict verify(DiskName disk, long seed, List<Extent> suspects) {
        String answer = ask("verify", disk, seed).getFirst();
        return answer.startsWith("sound ")
                ? new Verdict.Sound(Integer.parseInt(answer.substring("sound ".length())))
                : new Verdict.Unsound(answer);
    }

    @Override
    public void delete(DiskName disk) {
        ask("delete", disk);
    }

    @Override
    public List<DiskName> disks() {
        return names("disks");
    }

    @Override
    public Space space() {
        return JSON.readValue(ask("space").getFirst(), Space.class);
    }

    @Override
    public Optional<String> trouble() {
        return ask("trouble").stream().findFirst();
    }

    @Override
    public List<String> sweep() {
        return ask("sweep");
    }

    private final class RemoteBlocks implements Blocks {
        private final DiskName disk;
        private final String moment;

        /// @param moment the checkpoint that is read, or `-`
        RemoteBlocks(DiskName disk, String moment) {
            this.disk = disk;
            this.moment = moment;
        }

        @Override
        public long size() {
            return Long.parseLong(ask("size", disk, moment).getFirst());
        }

        @Override
        public void read(long at, ByteBuffer into) {
            into.put(
                    HexFormat.of()
                            .parseHex(ask("bytes", disk, moment, at, into.remaining()).getFirst()));
        }

        @Override
        public void close() {}
    }
}
