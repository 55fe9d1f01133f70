package org.tsurutus.disk.mapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// Mapped devices that belong together, with their device nodes in a folder of the group's name:
/// `/dev/mapper/boot/win7-x86-pc1`. The nodes are made here, because a host need not run udev.
///
/// Every method may be called again after it was cut short at any point, and then finishes the job.
public final class VolumeGroup {
    /// Where nodes belong.
    public static final Path NODES = Path.of("/dev/mapper");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.+-]{0,49}");
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final String group;
    private final DeviceMapper mapper;
    private final Path folder;

    /// @param group letters, digits and `_ . + -`, at most 50
    /// @param nodes the folder in which the group's own folder is made, such as [#NODES]
    /// @throws DiskException when the name is no such name
    public VolumeGroup(String group, DeviceMapper mapper, Path nodes) {
        this.group = checked(group);
        this.mapper = mapper;
        this.folder = nodes.resolve(group);
    }

    DeviceMapper mapper() {
        return mapper;
    }

    Actions actions() {
        return mapper.actions();
    }

    /// Where a volume's device node is while it is active.
    public Path path(String name) {
        return folder.resolve(checked(name));
    }

    /// The kernel's name for a volume. Hyphens are doubled, so that no two volumes of all groups
    /// share one.
    public String kernelName(String name) {
        return group.replace("-", "--") + "-" + checked(name).replace("-", "--");
    }

    /// What the kernel knows of a volume; empty when it is not active.
    public Optional<MappedDevice> find(String name) {
        return mapper.find(kernelName(name));
    }

    /// The active volumes of this group.
    public List<String> names() {
        String prefix = kernelName("x").replaceFirst("x$", "");
        return mapper.names().stream()
                .filter(device -> device.startsWith(prefix))
                .map(device -> device.substring(prefix.length()).replace("--", "-"))
                // What others named alike does not come back as it was.
                .filter(name -> NAME.matcher(name).matches())
                .filter(name -> mapper.find(kernelName(name)).isPresent())
                .toList();
    }

    /// Makes a volume with this table and its node. A volume that is there with the same table is
    /// left as it is.
    ///
    /// @return the node
    /// @throws MapperException when the kernel refuses
    /// @throws DiskException when the volume is there with another table
    public Path activate(String name, List<Target> table, boolean readOnly) {
        String device = kernelName(name);
        Optional<MappedDevice> found = actions().look(Optional.empty(), () -> mapper.find(device));
        if (found.filter(MappedDevice::live).isEmpty()) {
            long number = found.map(MappedDevice::number).orElseGet(() -> mapper.create(device));
            begin(device, table, readOnly);
            return node(name, number);
        }
        MappedDevice there = found.get();
        if (!mapper.table(device).equals(table) || there.readOnly() != readOnly) {
            throw new DiskException(
                    "the volume "
                            + device
                            + " is active with another table ("
                            + mapper.table(device)
                            + "); deactivate it first");
        }
        if (there.suspended()) {
            mapper.resume(device);
        }
        return node(name, there.number());
    }

    /// Gives a new device its table; what the kernel does not take leaves no device behind.
    private void begin(String device, List<Target> table, boolean readOnly) {
        try {
            mapper.load(device, table, readOnly);
            mapper.resume(device);
        } catch (MapperException e) {
            try {
                mapper.remove(device);
            } catch (MapperException alsoFailed) {
                e.addSuppressed(alsoFailed);
            }
            throw e;
        }
    }

    /// Removes a volume and its node; nothing when it is not there. Whoever looks at every new
    /// device for a moment, as udev does, is waited for.
    ///
    /// @throws MapperException when somebody keeps it open
    public void deactivate(String name) {
        String device = kernelName(name);
        // The number may soon be another volume's; no node may lead there.
        Optional<MappedDevice> found =
                actions().look(Optional.of(supposed(device)), () -> mapper.find(device));
        forgetNode(name);
        if (found.isEmpty()) {
            return;
        }
        try {
            Patience.untilFree(PATIENCE, PAUSE, () -> mapper.remove(device));
        } catch (MapperException e) {
            node(name, found.get().number());
            throw e;
        }
    }

    private static MappedDevice supposed(String device) {
        return new MappedDevice(device, 0, 0, false, false, true);
    }

    private Path node(String name, long number) {
        Path node = path(name);
        if (actions().look(false, () -> isNodeOf(node, number))) {
            return node;
        }
        actions()
                .perform(
                        "mknod " + node + " b " + MappedDevice.majorMinor(number),
                        () -> makeNode(node, number));
        return node;
    }

    private static boolean isNodeOf(Path node, long number) {
        return BlockDevice.number(node).orElse(-1) == number;
    }

    private static void makeNode(Path node, long number) {
        try {
            Files.createDirectories(node.getParent());
            // A stale node, or a plain file that somebody wrote where no node was.
            Files.deleteIfExists(node);
        } catch (IOException e) {
            throw new DiskException("cannot make room for the node " + node + ": " + e, e);
        }
        int made = SystemCalls.makeBlockNode(node, number);
        if (made < 0) {
            throw new MapperException("mknod " + node, -made);
        }
    }

    private void forgetNode(String name) {
        Path node = path(name);
        if (!actions().look(true, () -> Files.exists(node))) {
            return;
        }
        actions()
                .perform(
                        "unlink " + node,
                        () -> {
                            try {
                                Files.deleteIfExists(node);
                            } catch (IOException e) {
                                throw new DiskException("cannot remove the node " + node, e);
                            }
                        });
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new DiskException(
                    "\""
                            + name
                            + "\" cannot name a volume; use up to 50 letters, digits and _.+-,"
                            + " a letter or digit first");
        }
        return name;
    }
}
