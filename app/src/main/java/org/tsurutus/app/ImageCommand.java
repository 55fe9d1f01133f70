package org.tsurutus.app;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.Examples;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lab.Lab;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `image`: the guests that PCs are made from.
@Command(
        name = "image",
        mixinStandardHelpOptions = true,
        description = "Builds, lists and prunes guest images.",
        subcommands = {
            ImageCommand.Build.class,
            ImageCommand.ListImages.class,
            ImageCommand.Prune.class
        })
final class ImageCommand implements Callable<Integer> {
    @Override
    public Integer call() {
        return new ListImages().call();
    }

    /// `image build`.
    @Command(
            name = "build",
            mixinStandardHelpOptions = true,
            description = "Builds a guest image unless it is there.",
            footer = {"", "Example: tsurutus image build wine64"})
    static final class Build implements Callable<Integer> {
        @Parameters(
                paramLabel = "PROFILE",
                arity = "0..1",
                description = "${COMPLETION-CANDIDATES} (default: wine32)")
        GuestProfile profile = GuestProfile.WINE32;

        @Option(names = "--again", description = "build it even if it is there")
        boolean again;

        @Override
        public Integer call() {
            Lab lab = Labs.open();
            if (again) {
                lab.images().forget(profile);
            }
            GuestImage image = lab.images().image(profile);
            System.out.println(image.folder());
            return 0;
        }
    }

    /// `image list`.
    @Command(
            name = "list",
            mixinStandardHelpOptions = true,
            description = "Lists the images of this host.",
            footer = {"", "Example: tsurutus image list"})
    static final class ListImages implements Callable<Integer> {
        @Override
        public Integer call() {
            List<Path> folders = Labs.open().images().folders();
            folders.forEach(System.out::println);
            return folders.isEmpty() ? 1 : 0;
        }
    }

    /// `image prune`.
    @Command(
            name = "prune",
            mixinStandardHelpOptions = true,
            description = "Removes images that no current input leads to.",
            footer = {"", "Example: tsurutus image prune"})
    static final class Prune implements Callable<Integer> {
        @Override
        public Integer call() {
            Lab lab = Labs.open();
            if (lab.isBusy()) {
                throw FarmException.environment(
                        "a run is under way, perhaps from an old image; prune when it has ended");
            }
            Path examples = Examples.folder(lab.home(), Labs.checkout().resolve("examples"));
            lab.images().prune(examples).forEach(folder -> System.out.println("removed " + folder));
            return 0;
        }
    }
}
