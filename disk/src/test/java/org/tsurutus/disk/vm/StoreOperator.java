package org.tsurutus.disk.vm;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.Milestones;
import org.tsurutus.disk.ScratchDisk;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.store.BlockStore;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Verdict;
import org.tsurutus.disk.thin.ThinStore;
import tools.jackson.databind.json.JsonMapper;

/// The part of [Operator] that keeps a store of thin disks: `store CONTROLLER VERB WORD…` is a
/// method of [BlockStore], as the controller of that name calls it; see [RemoteStore].
final class StoreOperator {
    static final Path HOME = Path.of("/tmp/store");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, ThinStore> stores = new HashMap<>();
    private final Map<Path, RandomAccessFile> held = new HashMap<>();

    /// @param controller whoever asks; see [Operator#devices]
    ThinStore store(String controller) {
        return stores.computeIfAbsent(
                controller,
                _ ->
                        new ThinStore(
                                HOME,
                                "boot",
                                Operator.devices(controller),
                                Actions.real(),
                                Milestones.UNWATCHED));
    }

    List<String> obey(List<String> words) throws IOException {
        String first = words.size() > 2 ? words.get(2) : "";
        String second = words.size() > 3 ? words.get(3) : "";
        String third = words.size() > 4 ? words.get(4) : "";
        String fourth = words.size() > 5 ? words.get(5) : "";
        String verb = words.get(1);
        BlockStore store = store(words.getFirst());
        switch (verb) {
            case "create" -> store(words.getFirst()).create();
            case "scratch" -> {
                Files.deleteIfExists(Path.of(first));
                ScratchDisk.create(Path.of(first));
            }
            case "write" -> write(Path.of(first), Long.parseLong(second), Integer.parseInt(third));
            case "hold" -> held.put(Path.of(first), new RandomAccessFile(first, "r"));
            case "let-go" -> held.remove(Path.of(first)).close();
            case String _ -> {
                return first.isEmpty()
                        ? ask(store, verb)
                        : obey(store, verb, new DiskName(first), second, third, fourth);
            }
        }
        return List.of();
    }

    private static List<String> ask(BlockStore store, String verb) {
        return switch (verb) {
            case "goldens" -> names(store.goldens().stream());
            case "disks" -> names(store.disks().stream());
            case "space" -> List.of(JSON.writeValueAsString(store.space()));
            case "trouble" -> store.trouble().stream().toList();
            case "sweep" -> store.sweep();
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private static List<String> obey(
            BlockStore store,
            String verb,
            DiskName disk,
            String second,
            String third,
            String fourth) {
        switch (verb) {
            case "snapshot" -> store.snapshot(disk, new DiskName(second));
            case "checkpoint" -> store.checkpoint(disk, new DiskName(second));
            case "restore" -> store.restore(disk, new DiskName(second));
            case "detach" -> store.detach(disk);
            case "rollback" -> store.rollBack(disk);
            case "delete" -> store.delete(disk);
            case String _ -> {
                return tell(store, verb, disk, second, third, fourth);
            }
        }
        return List.of();
    }

    private static List<String> tell(
            BlockStore store,
            String verb,
            DiskName disk,
            String second,
            String third,
            String fourth) {
        return switch (verb) {
            case "import" ->
                    json(
                            store.importGolden(
                                    disk,
                                    Path.of(second),
                                    ImageFormat.valueOf(third.toUpperCase(Locale.ROOT))));
            case "golden" -> store.golden(disk).stream().map(JSON::writeValueAsString).toList();
            case "origin" -> names(store.origin(disk).stream());
            case "checkpoints" -> names(store.checkpoints(disk).stream());
            case "attach" -> List.of(store.attach(disk).path().toString());
            case "user" -> store.user(disk).stream().toList();
            case "written" ->
                    (second.isEmpty()
                                    ? store.written(disk)
                                    : store.written(disk, new DiskName(second)))
                            .stream().map(JSON::writeValueAsString).toList();
            case "verify" ->
                    List.of(
                            switch (store.verify(disk, Long.parseLong(second), List.of())) {
                                case Verdict.Sound(int blocks) -> "sound " + blocks;
                                case Verdict.Unsound(String reason) -> reason;
                            });
            case "size" -> {
                try (Blocks blocks = read(store, disk, second)) {
                    yield List.of(blocks.size() + "");
                }
            }
            case "bytes" -> {
                try (Blocks blocks = read(store, disk, second)) {
                    byte[] bytes = blocks.bytes(Long.parseLong(third), Integer.parseInt(fourth));
                    yield List.of(HexFormat.of().formatHex(bytes));
                }
            }
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    /// @param moment a checkpoint, or `-` for the disk as it is now
    private static Blocks read(BlockStore store, DiskName disk, String moment) {
        return moment.equals("-") ? store.read(disk) : store.read(disk, new DiskName(moment));
    }

    private static List<String> json(Object value) {
        return List.of(JSON.writeValueAsString(value));
    }

    private static List<String> names(Stream<DiskName> names) {
        return names.map(DiskName::text).toList();
    }

    /// Writes a sector and leaves it in the host's cache, as a machine on this host would.
    private static void write(Path disk, long at, int value) throws IOException {
        byte[] bytes = new byte[512];
        Arrays.fill(bytes, (byte) value);
        try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        } catch (IOException e) {
            throw new DiskException("cannot write to " + disk + ": " + e, e);
        }
    }
}
