package org.tsurutus.disk.vm;

import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tsurutus.disk.Extent;
import org.tsurutus.disk.Leftovers;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.BlockDevice;
import org.tsurutus.disk.mapper.DeviceMapper;
import org.tsurutus.disk.mapper.PoolStatus;
import org.tsurutus.disk.mapper.ThinPool;
import org.tsurutus.disk.mapper.VolumeGroup;

/// Runs inside the storage VM: obeys lines of words, each of them one call of this module.
final class Operator {
    private static final Path DATA = Path.of("/dev/disk-data");
    private static final Path METADATA = Path.of("/dev/disk-metadata");
    private static final Path SPARE = Path.of("/dev/disk-spare");
    private static final Path SMALL_DATA = Path.of("/dev/disk-small-data");
    private static final Path SMALL_METADATA = Path.of("/dev/disk-small-metadata");
    private static final int BUFFER = 1 << 20;

    private final Actions actions = Actions.real();
    private final DeviceMapper mapper = new DeviceMapper(actions);
    private final VolumeGroup group = new VolumeGroup("boot", mapper, VolumeGroup.NODES);
    private Path data = DATA;
    private ThinPool pool = pool(METADATA);
    private final ExportOperator exports = new ExportOperator(actions);
    private final StoreOperator stores = new StoreOperator();
    private final LeaseOperator leases = new LeaseOperator(stores);

    private Operator() {}

    public static void main(String[] arguments) throws IOException {
        Operator operator = new Operator();
        BufferedReader lines =
                new BufferedReader(new InputStreamReader(new Port(), StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            int code = 0;
            try {
                operator.obey(List.of(line.split(" "))).forEach(System.out::println);
            } catch (RuntimeException | IOException e) {
                System.out.println(e);
                code = 1;
            }
            System.out.println("end " + code);
        }
    }

    /// A serial line cannot say how much it holds, which a plain stream would ask it.
    private static final class Port extends FileInputStream {
        Port() {
            super(FileDescriptor.in);
        }

        @Override
        public int available() {
            return 0;
        }
    }

    private List<String> obey(List<String> words) throws IOException {
        List<String> rest = words.subList(1, words.size());
        return switch (words.getFirst()) {
            case "ready" -> List.of(mapper.version());
            case "pool" -> pool(rest);
            case "thin" -> thin(rest);
            case "volume" -> volume(rest);
            case "repeat" -> repeat(rest);
            case "write" -> write(rest);
            case "read" -> read(rest);
            case "export" -> exports.obey(rest);
            case "store" -> stores.obey(rest);
            case "leases" -> leases.obey(rest);
            case "die" -> LeaseOperator.die(rest);
            case "learn" -> LeaseOperator.learn(Path.of(rest.getFirst()));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private List<String> pool(List<String> words) throws IOException {
        switch (words.getFirst()) {
            case "create" -> pool.create();
            case "activate" -> pool.activate();
            case "deactivate" -> pool.deactivate();
            case "spare" -> pool(SPARE).activate();
            case "small" -> use(SMALL_DATA);
            case "hold" -> mapper.message(words.get(1), "reserve_metadata_snap");
            case "let-go" -> mapper.message(words.get(1), "release_metadata_snap");
            case "wipe" -> wipe();
            case "used" -> {
                String status = mapper.status(words.get(1)).getFirst().parameters();
                return List.of(PoolStatus.parse(status).usedMetadata() + "");
            }
            case "check" -> {
                return List.of(pool.metadata().check().toString());
            }
            case "clear" -> pool.metadata().clearNeedsCheck(actions);
            case "repair" -> pool.metadata().repair(SPARE, actions);
            case "status" -> {
                PoolStatus status = pool.status();
                return List.of(
                        status.mode() + (status.needsRepair() ? " repair" : ""),
                        status.usedData() + "/" + status.totalData(),
                        status.usedMetadata() + "/" + status.totalMetadata());
            }
            case String other -> throw new IllegalArgumentException(other);
        }
        return List.of();
    }

    /// Deactivates everything and forgets what pools, stores and leases held.
    private void wipe() throws IOException {
        group.names().stream().filter(name -> !name.contains("pool")).forEach(group::deactivate);
        group.names().forEach(group::deactivate);
        for (Path device : List.of(METADATA, SMALL_METADATA)) {
            try (FileChannel metadata = FileChannel.open(device, StandardOpenOption.WRITE)) {
                metadata.write(ByteBuffer.allocate(4096), 0);
                metadata.force(true);
            }
            BlockDevice.flush(device, actions);
        }
        use(DATA);
        Leftovers.delete(StoreOperator.HOME);
        Leftovers.delete(LeaseOperator.FOLDER);
    }

    /// What the pool of a store is made of.
    ///
    /// @param controller `repaired` knows that the metadata is on the spare disk, `narrow` has
    ///   little room for data, `tight` little for metadata
    static ThinPool.Devices devices(String controller) {
        return switch (controller) {
            case "repaired" -> new ThinPool.Devices(SPARE, DATA, 16);
            case "narrow" -> new ThinPool.Devices(METADATA, SMALL_DATA, 16);
            case "tight" -> new ThinPool.Devices(SMALL_METADATA, DATA, 16);
            case String _ -> new ThinPool.Devices(METADATA, DATA, 16);
        };
    }

    private List<String> thin(List<String> words) {
        int first = Integer.parseInt(words.get(1));
        int second = words.size() > 2 ? Integer.parseInt(words.get(2)) : 0;
        return switch (words.getFirst()) {
            case "create" -> List.of(pool.createThin(first) + "");
            case "snapshot" -> List.of(pool.createSnapshot(first, second) + "");
            case "checkpoint" ->
                    List.of(pool.createSnapshotOfActive(first, second, words.get(3)) + "");
            case "delete" -> List.of(pool.delete(first) + "");
            case "written" -> extents(pool.written(first, second));
            case "mapped" -> extents(pool.mapped(first));
            case String other -> throw new IllegalArgumentException(other);
        };
    }

    private List<String> volume(List<String> words) {
        String name = words.size() > 1 ? words.get(1) : "";
        switch (words.getFirst()) {
            case "activate", "seal" -> {
                int thin = Integer.parseInt(words.get(2));
                long bytes = Long.parseLong(words.get(3));
                boolean readOnly = words.getFirst().equals("seal");
                return List.of(pool.activateThin(name, thin, bytes, readOnly).toString());
            }
            case "rollback" ->
                    pool.rollBack(
                            name,
                            Integer.parseInt(words.get(2)),
                            Integer.parseInt(words.get(3)),
                            Long.parseLong(words.get(4)));
            case "deactivate" -> pool.deactivateThin(name);
            case "suspend" -> mapper.suspend(group.kernelName(name));
            case "create" -> mapper.create(group.kernelName(name));
            case "flush" -> pool.flush(name);
            case "size" -> {
                return List.of(BlockDevice.size(group.path(name)) + "");
            }
            case "mapped" -> {
                return List.of(pool.mappedBytes(name) + "");
            }
            case "find" -> {
                return group.find(name).map(found -> found.toString()).stream().toList();
            }
            case "names" -> {
                return group.names();
            }
            case String other -> throw new IllegalArgumentException(other);
        }
        return List.of();
    }

    /// `repeat COUNT …` does something often and says how many microseconds each took, from the
    /// quickest to the slowest.
    private List<String> repeat(List<String> words) throws IOException {
        long[] times = new long[Integer.parseInt(words.getFirst())];
        for (int i = 0; i < times.length; i++) {
            long start = System.nanoTime();
            for (String command : String.join(" ", words.subList(1, words.size())).split(";")) {
                obey(List.of(command.replace("#", "" + (i + 1)).split(" ")));
            }
            times[i] = (System.nanoTime() - start) / 1000;
        }
        Arrays.sort(times);
        return Arrays.stream(times).mapToObj(Long::toString).toList();
    }

    /// `write VOLUME OFFSET LENGTH VALUE` writes through to the disk.
    private List<String> write(List<String> words) throws IOException {
        long at = Long.parseLong(words.get(1));
        long end = at + Long.parseLong(words.get(2));
        byte[] bytes = new byte[BUFFER];
        Arrays.fill(bytes, Integer.valueOf(words.get(3)).byteValue());
        try (FileChannel device =
                FileChannel.open(group.path(words.getFirst()), StandardOpenOption.WRITE)) {
            while (at < end) {
                int length = (int) Math.min(BUFFER, end - at);
                at += device.write(ByteBuffer.wrap(bytes, 0, length), at);
            }
            device.force(true);
        }
        return List.of();
    }

    /// `read VOLUME OFFSET LENGTH` says which values the bytes there have.
    private List<String> read(List<String> words) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(Integer.parseInt(words.get(2)));
        try (FileChannel device =
                FileChannel.open(group.path(words.getFirst()), StandardOpenOption.READ)) {
            long at = Long.parseLong(words.get(1));
            while (bytes.hasRemaining() && device.read(bytes, at + bytes.position()) >= 0) {}
        }
        boolean[] seen = new boolean[256];
        for (int i = 0; i < bytes.position(); i++) {
            seen[bytes.get(i) & 0xff] = true;
        }
        return IntStream.range(0, 256)
                .filter(value -> seen[value])
                .mapToObj(Integer::toString)
                .toList();
    }

    private void use(Path device) {
        data = device;
        pool = pool(METADATA);
    }

    private ThinPool pool(Path metadata) {
        return new ThinPool(group, "pool", new ThinPool.Devices(metadata, data, 16));
    }

    private static List<String> extents(List<Extent> extents) {
        return extents.stream().map(extent -> extent.start() + "+" + extent.length()).toList();
    }
}
