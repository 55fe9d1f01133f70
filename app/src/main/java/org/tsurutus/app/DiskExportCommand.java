package org.tsurutus.app;

import java.util.concurrent.Callable;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.store.Attachment;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `disk export`.
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Offers a disk over iSCSI to one PC, which must prove that it knows a secret (CHAP).",
            "Prints the target's name, where it is offered, the user, and in which file the secret stands."
        },
        footer = {
            "",
            "Example: tsurutus disk export win7-x86-pc1 --to lio --portal 172.31.77.1:3260 \\",
            "    --initiator iqn.2010-04.org.ipxe:pc1"
        })
final class DiskExportCommand implements Callable<Integer> {
    @Option(
            names = "--to",
            required = true,
            paramLabel = "TARGET",
            description = "${COMPLETION-CANDIDATES}: the kernel's own target, or tgtd")
    DiskExports.To to = DiskExports.To.TGT;

    @Option(
            names = "--initiator",
            required = true,
            paramLabel = "IQN",
            description = "the name of the only initiator that is let in")
    String initiator = "";

    @Option(
            names = "--portal",
            paramLabel = "ADDRESS:PORT",
            description = "where to offer it (default: ${DEFAULT-VALUE})")
    String portal = "127.0.0.1:3260";

    @Mixin DiskOption disk = new DiskOption();

    @Override
    public Integer call() {
        OpenStore open = disk.open();
        DiskExports exports = new DiskExports(open);
        exports.requireNone(disk.name);
        if (open.settings() instanceof StoreSettings.Overlays(boolean isFuse) && !isFuse) {
            throw FarmException.input(
                    "a store of kind qcow2 hands out files that QEMU alone can read; make one of"
                            + " kind fuse or thin to export disks");
        }
        if (open.isRehearsal()) {
            return rehearse(open, exports);
        }
        return HandLock.hold(
                open,
                leases -> {
                    OpenStore.requireYours(leases, disk.name);
                    Attachment attachment = open.store().attach(disk.name);
                    DiskExports.Note note =
                            exports.export(disk.name, attachment.path(), to, portal, initiator);
                    System.out.println("target     " + note.target());
                    System.out.println("portal     " + note.portal());
                    System.out.println("initiator  " + note.initiator());
                    System.out.println("user       " + note.user());
                    System.out.println("secret     in " + exports.file(disk.name));
                    return 0;
                });
    }

    private int rehearse(OpenStore open, DiskExports exports) {
        Attachment attachment =
                switch (open.settings()) {
                    case StoreSettings.Overlays _ ->
                            new Attachment(
                                    open.folder().resolve("exports").resolve(disk.name.text()),
                                    ImageFormat.RAW);
                    case StoreSettings.Thin _ -> open.store().attach(disk.name);
                };
        DiskExports.Note _ = exports.export(disk.name, attachment.path(), to, portal, initiator);
        return 0;
    }
}
