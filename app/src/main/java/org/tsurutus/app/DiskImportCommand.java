package org.tsurutus.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.tsurutus.disk.ImageFormat;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.disk.store.Golden;
import org.tsurutus.farm.FarmException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `disk import`.
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description = "Copies an image into the store as a golden one, which never changes again.",
        footer = {"", "Example: tsurutus disk import win7-x86 win7.qcow2 --format qcow2"})
final class DiskImportCommand implements Callable<Integer> {
    @Parameters(
            index = "0",
            paramLabel = "GOLDEN",
            converter = DiskNames.class,
            description = "what to call it")
    DiskName name = new DiskName("golden");

    @Parameters(index = "1", paramLabel = "IMAGE", description = "a file or a block device")
    Path image = Path.of("");

    @Option(
            names = "--format",
            required = true,
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}; it is not guessed, because a guest may write what it likes")
    ImageFormat format = ImageFormat.RAW;

    @Mixin StoreOption store = new StoreOption();

    @Override
    public Integer call() {
        OpenStore open = store.open();
        if (!Files.isReadable(image)) {
            throw FarmException.input("there is no image " + image + " that can be read");
        }
        if (open.store().golden(name).isPresent()) {
            throw FarmException.input("there is a golden image " + name + " already");
        }
        if (store.isRehearsal) {
            return open.rehearse(kept -> kept.importGolden(name, image, format));
        }
        Golden golden = open.store().importGolden(name, image, format);
        System.out.println(golden.name() + ", a disk of " + golden.size() + " bytes");
        return 0;
    }
}
