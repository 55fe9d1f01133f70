package org.tsurutus.farm.image;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.host.Command;

/// The Debian release that guests are made of, as the host's package tools know it.
final class Debian {
    static final String RELEASE = "bookworm";
    private static final Pattern CANDIDATE = Pattern.compile("(?m)^  Candidate: (\\S+)$");
    private static final Pattern KERNEL = Pattern.compile("linux-image-[0-9][^ \\n]*");
    private static final Map<String, String> PLAIN = Map.of("LC_ALL", "C");

    /// What the package lists said; within one command they do not change.
    private static final ConcurrentMap<String, String> ANSWERS = new ConcurrentHashMap<>();

    private Debian() {}

    private static String ask(String question, String packageName) {
        return ANSWERS.computeIfAbsent(
                question + " " + packageName,
                _ -> Command.of("apt-cache", question, packageName).with(PLAIN).run());
    }

    /// The version that the host would install.
    static String candidate(String packageName) {
        String policy = ask("policy", packageName);
        Matcher matcher = CANDIDATE.matcher(policy);
        if (!matcher.find() || matcher.group(1).equals("(none)")) {
            throw FarmException.environment(
                    "Debian's package lists do not name "
                            + packageName
                            + "; run apt-get update, then again");
        }
        return matcher.group(1);
    }

    /// The package that holds the current kernel's files.
    static String kernelPackage() {
        String depends = ask("depends", "linux-image-amd64");
        Matcher matcher = KERNEL.matcher(depends);
        if (!matcher.find()) {
            throw FarmException.environment(
                    "linux-image-amd64 names no kernel; run apt-get update, then again");
        }
        return matcher.group();
    }

    /// Downloads and unpacks a package without installing it.
    static void unpack(String packageName, Path work, Path into) {
        Command.of(
                        "sh",
                        "-c",
                        "cd \"$1\" && apt-get -q -o APT::Sandbox::User=root download \"$2\" && dpkg -x ./*.deb \"$3\"",
                        "unpack",
                        work.toString(),
                        packageName,
                        into.toString())
                .called("fetching the package " + packageName)
                .with(PLAIN)
                .within(Duration.ofMinutes(10))
                .run();
    }

    /// Makes a root file system. The mirror is the host's own, where the host runs the same
    /// release.
    static void bootstrap(GuestProfile profile, Path into) {
        List<String> words =
                new ArrayList<>(
                        List.of(
                                "mmdebstrap",
                                "--quiet",
                                "--mode=root",
                                "--variant=apt",
                                "--architectures=" + String.join(",", profile.architectures()),
                                "--aptopt=APT::Install-Recommends \"false\"",
                                "--dpkgopt=path-exclude=/usr/share/man/*",
                                "--dpkgopt=path-exclude=/usr/share/locale/*",
                                "--dpkgopt=path-exclude=/usr/share/doc/*",
                                "--dpkgopt=path-include=/usr/share/doc/*/copyright",
                                "--include=" + String.join(",", profile.packages()),
                                RELEASE,
                                into.toString()));
        mirrors().forEach(words::add);
        Command.of(words).with(PLAIN).within(Duration.ofMinutes(30)).run();
    }

    /// The main archive only: its versions are the same on both architectures, so that they install
    /// together.
    private static List<String> mirrors() {
        String format = "$(CODENAME) $(COMPONENT) $(REPO_URI)";
        String targets =
                Command.of("apt-get", "indextargets", "--format", format, "Created-By: Packages")
                        .with(PLAIN)
                        .run();
        return targets.lines()
                .filter(line -> line.startsWith(RELEASE + " main "))
                .map(line -> line.substring((RELEASE + " main ").length()))
                .limit(1)
                .map(uri -> "deb " + uri + " " + RELEASE + " main")
                .toList();
    }
}
