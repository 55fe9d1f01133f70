package org.tsurutus.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// `disk init`.
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description = {
            "Makes a store of disks; store.toml in its folder keeps what was chosen.",
            "qcow2: overlays for QEMU. fuse: the same as raw files, for iSCSI targets. thin: snapshots of the device mapper, which need root and two block devices."
        },
        footer = {
            "",
            "Examples:",
            "  tsurutus disk init --kind fuse --store disks",
            "  tsurutus disk init --kind thin --metadata /dev/vg/meta --data /dev/vg/data --dry-run"
        })
final class DiskInitCommand implements Callable<Integer> {
    /// What keeps disks.
    enum Kind {
        QCOW2,
        FUSE,
        THIN
    }

    @Option(
            names = "--kind",
            required = true,
            paramLabel = "KIND",
            description = "${COMPLETION-CANDIDATES}")
    Kind kind = Kind.QCOW2;

    @Option(
            names = "--group",
            paramLabel = "NAME",
            description = "thin: the folder of /dev/mapper in which disks appear (default: boot)")
    String group = "boot";

    @Option(
            names = "--metadata",
            paramLabel = "DEVICE",
            description = "thin: where mappings are kept, 48 bytes for each 64 KiB of data")
    Optional<Path> metadata = Optional.empty();

    @Option(names = "--data", paramLabel = "DEVICE", description = "thin: where content is kept")
    Optional<Path> data = Optional.empty();

    @Mixin StoreOption store = new StoreOption();

    @Spec CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        StoreSettings settings = settings();
        Path folder = store.folder.toAbsolutePath().normalize();
        if (Files.exists(folder.resolve(StoreSettings.FILE))) {
            throw FarmException.input(folder + " is a store of disks already");
        }
        if (settings instanceof StoreSettings.Thin thin) {
            Actions actions =
                    store.isRehearsal ? Actions.rehearsal(System.out::println) : Actions.real();
            OpenStore.thin(folder, thin, actions).create();
        }
        if (!store.isRehearsal) {
            settings.write(folder);
            System.out.println(folder.resolve(StoreSettings.FILE));
        }
        return 0;
    }

    private StoreSettings settings() {
        return switch (kind) {
            case QCOW2 -> new StoreSettings.Overlays(false);
            case FUSE -> new StoreSettings.Overlays(true);
            case THIN -> {
                if (metadata.isEmpty() || data.isEmpty()) {
                    throw new CommandLine.ParameterException(
                            spec.commandLine(),
                            "a store of thin disks needs --metadata DEVICE and --data DEVICE");
                }
                yield new StoreSettings.Thin(group, metadata.get(), data.get());
            }
        };
    }
}
