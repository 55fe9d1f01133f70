package org.tsurutus.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.machine.qemu.AcceleratorProbe;
import org.tsurutus.farm.run.TrustedRoots;
import picocli.CommandLine.Command;

/// `doctor`: what this host can do, what it lacks and how to get it. Its exit code is 4 when a run
/// is not possible.
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Says what works on this host, and why not.")
final class DoctorCommand implements Callable<Integer> {
    private static final long IMAGE_BYTES = 4L << 30;
    private static final String PACKAGES = "tsurutus.packages.missing";

    private final List<String> obstacles = new ArrayList<>();

    @Override
    public Integer call() {
        Lab lab = Labs.open();
        packages();
        java();
        root();
        disk(lab.home().path());
        fuse();
        accelerator(lab);
        images(lab);
        trust(lab);
        System.out.println(
                obstacles.isEmpty()
                        ? "This host can run specimens."
                        : "This host cannot run specimens yet:");
        obstacles.forEach(obstacle -> System.out.println("  - " + obstacle));
        return obstacles.isEmpty() ? 0 : Failures.ENVIRONMENT;
    }

    /// The launcher knows the packages and looked before it started Java.
    private void packages() {
        String missing = System.getProperty(PACKAGES, "").strip();
        say("Debian packages", missing.isEmpty() ? "all there" : "missing: " + missing);
        if (!missing.isEmpty()) {
            obstacles.add("install the missing packages: ./tsurutus setup");
        }
    }

    private static void java() {
        say("Java", Runtime.version() + " in " + System.getProperty("java.home"));
    }

    private void root() {
        boolean root = "root".equals(System.getProperty("user.name"));
        say("rights", root ? "root" : "user " + System.getProperty("user.name"));
        if (!root) {
            obstacles.add("building a guest image needs root: sudo ./tsurutus …");
        }
    }

    private void disk(Path home) {
        try {
            Files.createDirectories(home);
            long free = Files.getFileStore(home).getUsableSpace();
            say("disk space", (free >> 20) + " MiB free in " + home);
            if (free < IMAGE_BYTES) {
                obstacles.add(
                        "a guest image takes "
                                + (IMAGE_BYTES >> 20)
                                + " MiB while it is built; free some space, or set TSURUTUS_HOME");
            }
        } catch (IOException e) {
            throw FarmException.environment(
                    "cannot use " + home + " (" + e + "); set TSURUTUS_HOME", e);
        }
    }

    private static void fuse() {
        boolean usable =
                Files.isReadable(Path.of("/dev/fuse")) && Files.isWritable(Path.of("/dev/fuse"));
        say(
                "fuse",
                usable ? "usable" : "not usable (only raw access to disks from outside needs it)");
    }

    private void accelerator(Lab lab) {
        try {
            AcceleratorProbe.Finding finding = lab.accelerator();
            say("accelerator", finding.accelerator().label() + ": " + finding.reason());
        } catch (FarmException e) {
            say("accelerator", "not known: " + e.getMessage());
            obstacles.add("the probe guest could not be started: " + e.getMessage());
        }
    }

    private static void images(Lab lab) {
        for (GuestProfile profile : GuestProfile.values()) {
            try {
                say(
                        "image " + profile.label(),
                        lab.images().isBuilt(profile)
                                ? "built"
                                : "not built yet; the first run that needs it builds it");
            } catch (FarmException e) {
                say("image " + profile.label(), "not known: " + e.getMessage());
            }
        }
    }

    private static void trust(Lab lab) {
        say(
                "trusted roots",
                TrustedRoots.of(lab.home(), List.of()).roots().size()
                        + ": those of Java and of "
                        + lab.home().trust()
                        + ", where you may put more (.pem, .crt, .cer, .der); Microsoft's are not among Java's");
    }

    private static void say(String what, String how) {
        System.out.printf("%-16s %s%n", what, how);
    }
}
