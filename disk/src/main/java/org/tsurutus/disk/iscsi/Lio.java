package org.tsurutus.disk.iscsi;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.mapper.BlockDevice;

/// The kernel's own iSCSI target, set up through configfs alone.
///
/// It writes to a block device below the host's cache: flush the device before reading what a PC
/// wrote.
public final class Lio implements IscsiExport {
    /// Where the kernel keeps its targets.
    public static final Path CONFIGURATION = Path.of("/sys/kernel/config/target");

    /// The number of a disk within its target.
    public static final int LUN = 0;

    private static final Pattern INITIATOR = Pattern.compile("(?m)^InitiatorName: (\\S+)");

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(20);

    private final Path root;
    private final String portal;
    private final ConfigTree tree;

    /// @param root where configfs shows targets, such as [#CONFIGURATION]
    /// @param portal address and port to listen at, such as `172.31.77.1:3260`
    public Lio(Path root, String portal, Actions actions) {
        this.root = root;
        this.portal = portal;
        this.tree = new ConfigTree(actions);
    }

    @Override
    public void export(Lun lun) {
        if (tree.exists(target(lun.target()), false)) {
            withdraw(lun.target());
        }
        Path backstore = makeBackstore(lun);
        Path group = group(lun.target());
        tree.make(group);
        tree.write(group.resolve("attrib/authentication"), "1");
        tree.write(group.resolve("attrib/generate_node_acls"), "0");
        Path unit = group.resolve("lun/lun_0");
        tree.make(unit);
        tree.link(unit.resolve("disk"), backstore);
        makeAccess(group, unit, lun);
        tree.make(group.resolve("np").resolve(portal));
        // Last, so that nobody logs in to what is not finished.
        tree.write(group.resolve("enable"), "1");
    }

    private Path makeBackstore(Lun lun) {
        Path disk = lun.disk();
        boolean file = tree.actions().look(false, () -> Files.isRegularFile(disk));
        Path backstore = backstore(lun.target(), file ? "fileio_0" : "iblock_0");
        tree.make(backstore);
        if (file) {
            String size =
                    tree.actions().look("(size)", () -> Long.toString(disk.toFile().length()));
            tree.write(
                    backstore.resolve("control"), "fd_dev_name=" + disk + ",fd_dev_size=" + size);
        } else {
            tree.actions().look("", () -> BlockDevice.majorMinor(disk));
            String readOnly = lun.readOnly() ? ",readonly=1" : "";
            tree.write(backstore.resolve("control"), "udev_path=" + disk + readOnly);
        }
        tree.write(backstore.resolve("enable"), "1");
        tree.write(backstore.resolve("wwn/vpd_unit_serial"), lun.target());
        return backstore;
    }

    private void makeAccess(Path group, Path unit, Lun lun) {
        Path access = group.resolve("acls").resolve(lun.initiator());
        tree.make(access);
        tree.write(access.resolve("auth/userid"), lun.chap().user());
        tree.writeSecret(access.resolve("auth/password"), lun.chap().secret());
        Path mapped = access.resolve("lun_0");
        tree.make(mapped);
        tree.link(mapped.resolve("disk"), unit);
        tree.write(mapped.resolve("write_protect"), lun.readOnly() ? "1" : "0");
    }

    @Override
    public List<Session> sessions(String target) {
        return tree.children(group(target).resolve("acls")).stream()
                .map(access -> INITIATOR.matcher(tree.read(access.resolve("info"))))
                .filter(Matcher::find)
                .map(found -> new Session(found.group(1)))
                .toList();
    }

    @Override
    public void cutOff(String target) {
        Path enable = group(target).resolve("enable");
        if (tree.exists(enable, true)) {
            tree.write(enable, "0");
            tree.actions().look(true, () -> awaitNobody(target));
        }
    }

    /// The kernel closes connections in its own time.
    private boolean awaitNobody(String target) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (!sessions(target).isEmpty() && System.nanoTime() < end) {
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new DiskException("interrupted while a PC was cut off from " + target, e);
        }
        return true;
    }

    @Override
    public void withdraw(String target) {
        List<Session> sessions = tree.actions().look(List.of(), () -> sessions(target));
        if (!sessions.isEmpty()) {
            throw new DiskException(
                    target
                            + " is in use by "
                            + sessions.getFirst().initiator()
                            + "; switch that PC off or cut it off first");
        }
        cutOff(target);
        Path group = group(target);
        for (Path access : tree.children(group.resolve("acls"), "(initiator)")) {
            tree.remove(access.resolve("lun_0/disk"));
            tree.remove(access.resolve("lun_0"));
            tree.remove(access);
        }
        tree.remove(group.resolve("lun/lun_0/disk"));
        tree.remove(group.resolve("lun/lun_0"));
        for (Path listening : tree.children(group.resolve("np"), portal)) {
            tree.remove(listening);
        }
        tree.remove(group);
        tree.remove(target(target));
        tree.remove(backstore(target, "iblock_0"));
        if (tree.exists(backstore(target, "fileio_0"), false)) {
            tree.remove(backstore(target, "fileio_0"));
        }
    }

    @Override
    public int lunNumber() {
        return LUN;
    }

    private Path target(String target) {
        return root.resolve("iscsi").resolve(Lun.checked(target));
    }

    private Path group(String target) {
        return target(target).resolve("tpgt_1");
    }

    private Path backstore(String target, String kind) {
        return root.resolve("core").resolve(kind).resolve(Lun.checked(target).replace(':', '.'));
    }
}
