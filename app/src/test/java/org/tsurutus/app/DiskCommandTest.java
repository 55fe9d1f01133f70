package org.tsurutus.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.HostTool;
import org.tsurutus.disk.ScratchDisk;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Disks by hand, one command after the other.
@Timeout(180)
class DiskCommandTest {
    private static final String INITIATOR = "iqn.2026-01.org.tsurutus:client.pc1";

    @TempDir Path folder;
    private Path image;

    @BeforeEach
    void makeAnImage() {
        image = folder.resolve("golden.raw");
        ScratchDisk.create(image);
    }

    private Said disk(String verb, String... arguments) {
        return Said.by(
                Stream.of(
                                Stream.of("disk", verb),
                                Stream.of(arguments),
                                Stream.of("--store", folder.resolve("store").toString()))
                        .flatMap(words -> words)
                        .toList());
    }

    private Said done(String verb, String... arguments) {
        Said said = disk(verb, arguments);
        assertThat(said.errors()).as(verb).isEmpty();
        assertThat(said.code()).as(verb + said.output()).isZero();
        return said;
    }

    /// A store with a disk that is a person's.
    ///
    /// @return where the disk is
    private Path given(String kind) {
        done("init", "--kind", kind);
        done("import", "win7", image.toString(), "--format", "raw");
        return Path.of(done("snapshot", "win7", "pc1").output().strip());
    }

    private void overwriteSector0(Path disk, int value) throws IOException {
        if (disk.toString().endsWith(".qcow2")) {
            HostTool.of(
                            "qemu-io",
                            "-f",
                            "qcow2",
                            "-c",
                            "write -P " + value + " 0 512",
                            disk.toString())
                    .run();
        } else {
            try (RandomAccessFile file = new RandomAccessFile(disk.toFile(), "rw")) {
                file.write(filled(value));
            }
        }
    }

    private static byte[] filled(int value) {
        byte[] bytes = new byte[512];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"qcow2", "fuse"})
    void aDiskIsGivenChangedLookedAtAndTakenBack(String kind) throws IOException {
        Path attached = given(kind);
        assertThat(done("verify", "pc1").output()).contains("pc1 is what its golden image is: ");
        assertThat(done("diff", "pc1").output()).isEqualTo("0 sectors of pc1 differ\n");

        overwriteSector0(attached, 0x5a);

        assertThat(done("attach", "pc1").output().strip()).isEqualTo(attached.toString());
        Said diff = disk("diff", "pc1");
        assertThat(diff.code()).isOne();
        assertThat(diff.output())
                .contains("0          1  mbr-code+mbr-disk-signature+mbr-table+mbr-signature\n")
                .contains(
                        Hashes.sha256(ScratchDisk.masterBootRecord())
                                + " -> "
                                + Hashes.sha256(filled(0x5a)))
                .endsWith("1 sectors of pc1 differ\n");
        assertThat(disk("verify", "pc1").output())
                .contains("is not what its golden image is: 1 stretches are changed");
        assertThat(disk("verify", "pc1").code()).isOne();
        assertThat(done("list").output())
                .contains("golden  win7", "pc1 ", "of win7, in use by a person", "free ");

        assertThat(done("rollback", "pc1").output()).isEqualTo("pc1 is what its golden image is\n");

        assertThat(done("diff", "pc1").output()).isEqualTo("0 sectors of pc1 differ\n");
        assertThat(done("list").output()).contains("of win7, verified");
        done("delete", "pc1");
        assertThat(done("list").output()).doesNotContain("pc1");
    }

    @Test
    void aDiskIsStartedAgainAsItWasAtAMoment() throws IOException {
        Path attached = given("qcow2");
        overwriteSector0(attached, 1);
        done("checkpoint", "pc1", "infected");
        overwriteSector0(attached, 2);

        done("restore", "pc1", "infected");

        JsonNode first = json(disk("diff", "pc1", "--json").output().lines().findFirst());
        assertThat(first.path("after").asString()).isEqualTo(Hashes.sha256(filled(1)));
        assertThat(first.path("structure").asString()).contains("mbr-code");
        JsonNode list = json(done("list", "--json").output().lines().findFirst());
        assertThat(list.path("disks").path(0).path("checkpoints").path(0).asString())
                .isEqualTo("infected");
        assertThat(list.path("space").path("free").asLong()).isPositive();
        done("rollback", "pc1");
    }

    private static JsonNode json(Optional<String> line) {
        return JsonMapper.shared().readTree(line.orElseThrow());
    }

    @Test
    void aPcThatIsLoggedInKeepsItsDiskUntilItIsCutOff() throws Exception {
        given("fuse");
        String portal = "127.0.0.1:" + freePort();
        Said said =
                done("export", "pc1", "--to", "tgt", "--initiator", INITIATOR, "--portal", portal);
        assertThat(said.output())
                .contains("target     iqn.2026-01.org.tsurutus:pc1\n", "portal     " + portal);
        Path note = folder.resolve("store/targets/pc1.json").toRealPath();
        assertThat(said.output()).contains("secret     in " + note);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(note.getParent())))
                .isEqualTo("rwx------");
        String secret = JsonMapper.shared().readTree(note).path("secret").asString();
        assertThat(said.output()).doesNotContain(secret);

        Process pc = pc(portal, secret);
        try {
            assertThat(disk("rollback", "pc1").errors())
                    .contains("the disk pc1 is in use by " + INITIATOR, "--cut");
            assertThat(disk("withdraw", "pc1").code()).isEqualTo(3);
            assertThat(disk("checkpoint", "pc1", "now").errors())
                    .contains("the disk pc1 is exported as iqn.2026-01.org.tsurutus:pc1");
            assertThat(disk("diff", "pc1").output()).contains("mbr-code");

            assertThat(done("rollback", "pc1", "--cut").output())
                    .isEqualTo("pc1 is what its golden image is\n");
        } finally {
            pc.destroyForcibly().waitFor();
        }
        assertThat(note).doesNotExist();
        assertThat(disk("withdraw", "pc1").code()).isOne();
        for (ProcessHandle left :
                ProcessHandle.allProcesses().filter(this::isOfThisStore).toList()) {
            left.onExit().get(10, TimeUnit.SECONDS);
        }
    }

    private boolean isOfThisStore(ProcessHandle process) {
        try {
            Path about = Path.of("/proc", Long.toString(process.pid()));
            return Files.readString(about.resolve("cmdline")).contains(folder.toString())
                    || Files.readString(about.resolve("environ")).contains(folder.toString());
        } catch (IOException _) {
            return false;
        }
    }

    /// A machine that has written to its disk and is still on.
    private static Process pc(String portal, String secret) throws Exception {
        Process process =
                new ProcessBuilder(
                                "qemu-io",
                                "--image-opts",
                                "driver=iscsi,transport=tcp,portal="
                                        + portal
                                        + ",target=iqn.2026-01.org.tsurutus:pc1,lun=1,user=pc1,password="
                                        + secret
                                        + ",initiator-name="
                                        + INITIATOR)
                        .redirectErrorStream(true)
                        .start();
        process.getOutputStream().write("write -P 90 0 512\nflush\n".getBytes());
        process.getOutputStream().flush();
        StringBuilder said = new StringBuilder();
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!said.toString().contains("wrote 512/512")) {
            int letter = process.getInputStream().read();
            if (letter < 0 || System.nanoTime() > end) {
                throw new AssertionError("no PC: " + said);
            }
            said.append((char) letter);
        }
        return process;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @Test
    void aDamagedDiskIsQuarantinedAndPardonedWhenItIsSound() throws IOException {
        Path overlay = given("qcow2");
        done("rollback", "pc1");
        overwriteSector0(overlay, 7);

        Said refused = disk("snapshot", "win7", "pc1");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.errors()).contains("goes to quarantine instead of a run");
        assertThat(disk("list").output()).contains("in quarantine: 1 stretches are changed");
        assertThat(disk("list").code()).isOne();
        assertThat(done("pardon", "pc1").output()).contains("is what its golden image is");
    }

    @Test
    void badInputIsOneClearLine() throws IOException {
        done("init", "--kind", "qcow2");
        assertOneLine(disk("init", "--kind", "qcow2"), 3, "is a store of disks already");
        assertOneLine(disk("diff", "pc9"), 3, "there is no disk pc9 in ");
        assertOneLine(disk("snapshot", "none", "pc9"), 3, "there is no golden image none");
        assertOneLine(
                disk("import", "win7", folder + "/absent", "--format", "raw"),
                3,
                "there is no image " + folder + "/absent");
        assertThat(disk("diff", "../etc").code()).isEqualTo(2);
        assertThat(disk("diff", "../etc").errors()).contains("cannot name a disk");
        assertThat(disk("init", "--kind", "thin").errors())
                .contains("needs --metadata DEVICE and --data DEVICE");
        done("import", "win7", image.toString(), "--format", "raw");
        assertOneLine(
                disk("import", "win7", image.toString(), "--format", "raw"),
                3,
                "there is a golden image win7 already");
        done("snapshot", "win7", "pc1");
        assertOneLine(
                disk("export", "pc1", "--to", "tgt", "--initiator", INITIATOR),
                3,
                "make one of kind fuse or thin to export disks");
        assertOneLine(disk("snapshot", "win7", "pc1"), 4, "the disk pc1 is held by a person");
        done("rollback", "pc1");
        assertOneLine(disk("checkpoint", "pc1", "now"), 3, "the disk pc1 is not yours");
    }

    private static void assertOneLine(Said said, int code, String words) {
        assertThat(said.errors().lines()).singleElement().asString().contains(words);
        assertThat(said.code()).isEqualTo(code);
        assertThat(said.output()).isEmpty();
    }

    @Test
    void settingsThatAreNotUnderstoodAreNamedWithTheirLine() throws IOException {
        Path toml = Files.createDirectory(folder.resolve("store")).resolve("store.toml");

        assertOneLine(disk("list"), 3, "is no store of disks; tsurutus disk init");
        Files.writeString(toml, "# ours\nkind = \"qcow2\"\nkinds = 3\n");
        assertOneLine(disk("list"), 3, "store.toml:3: there is no key kinds");
        Files.writeString(toml, "kind = \"zfs\"\n");
        assertOneLine(disk("list"), 3, "store.toml:1: \"zfs\" is none of qcow2, fuse, thin");
        Files.writeString(toml, "\nkind = 3\n");
        assertOneLine(disk("list"), 3, "store.toml:2: kind must be a text in quotes");
        Files.writeString(toml, "kind = \"thin\"\ngroup = \"boot\"\n");
        assertOneLine(disk("list"), 3, "store.toml: the key metadata is missing");
        Files.writeString(toml, "kind = \"thin\n");
        assertOneLine(disk("list"), 3, "store.toml:1: ");
    }

    @Test
    void aDryRunOfThinDisksPrintsEveryPrivilegedActionAndDoesNone() throws IOException {
        Said init =
                disk(
                        "init",
                        "--kind",
                        "thin",
                        "--metadata",
                        "/dev/absent-metadata",
                        "--data",
                        "/dev/absent-data",
                        "--dry-run");
        assertThat(init.output().lines())
                .contains("ioctl DM_DEV_CREATE boot-thin+pool")
                .anyMatch(line -> line.contains("thin-pool /dev/absent-metadata /dev/absent-data"));
        Path store = folder.resolve("store");
        assertThat(store).doesNotExist();
        Files.createDirectory(store);
        Files.writeString(
                store.resolve("store.toml"),
                """
                kind = "thin"
                group = "boot"
                metadata = "/dev/absent-metadata"
                data = "/dev/absent-data"
                """);
        String table =
                """
                {"goldens":[{"name":"win7","thin":0,"size":67108864,"canary":{"probes":[]}}],
                 "arrivals":[],"loose":[],
                 "disks":[{"name":"pc1","golden":"win7","thin":1,"moments":[{"name":"m","thin":2}]}]}
                """;
        Files.writeString(store.resolve("thin.json"), table);

        assertThat(acts("snapshot", "win7", "pc2"))
                .contains("ioctl DM_TARGET_MSG boot-thin+pool create_snap 3 0");
        assertThat(acts("rollback", "pc1"))
                .containsSubsequence(
                        "ioctl DM_DEV_REMOVE boot-pc1",
                        "ioctl DM_TARGET_MSG boot-thin+pool create_snap 3 0",
                        "ioctl DM_TARGET_MSG boot-thin+pool delete 1",
                        "ioctl DM_TARGET_MSG boot-thin+pool delete 2");
        assertThat(acts("checkpoint", "pc1", "now"))
                .containsSubsequence(
                        "ioctl DM_DEV_SUSPEND boot-pc1",
                        "ioctl DM_TARGET_MSG boot-thin+pool create_snap 3 1",
                        "ioctl DM_DEV_SUSPEND boot-pc1 resume")
                .noneMatch(line -> line.startsWith("ioctl DM_DEV_REMOVE"));
        assertThat(acts("restore", "pc1", "m"))
                .contains("ioctl DM_TARGET_MSG boot-thin+pool create_snap 3 2");
        assertThat(acts("import", "win8", image.toString(), "--format", "raw"))
                .contains(
                        "ioctl DM_TARGET_MSG boot-thin+pool create_thin 3",
                        "qemu-img convert -n --target-is-zero -S 64k -f raw -O raw "
                                + image
                                + " /dev/mapper/boot/arrival+3");
        assertThat(acts("export", "pc1", "--to", "lio", "--initiator", INITIATOR))
                .contains("write (secret) to " + store.toRealPath() + "/targets/pc1.json")
                .anyMatch(line -> line.startsWith("write udev_path=/dev/mapper/boot/pc1"))
                .anyMatch(line -> line.startsWith("write (secret) to /sys/kernel/config/target"));
        for (String verb : List.of("verify", "diff", "delete")) {
            assertThat(acts(verb, "pc1")).isNotEmpty();
        }
        assertThat(Files.readString(store.resolve("thin.json"))).isEqualTo(table);
        assertThat(store.resolve("leases")).doesNotExist();
        assertThat(store.resolve("targets")).doesNotExist();
    }

    private List<String> acts(String verb, String... arguments) {
        String[] rehearsed =
                Stream.concat(Stream.of(arguments), Stream.of("--dry-run")).toArray(String[]::new);
        Said said = disk(verb, rehearsed);
        assertThat(said.errors()).as(verb).isEmpty();
        assertThat(said.code()).as(verb).isZero();
        return said.output().lines().toList();
    }

    @Test
    void aDryRunOfOverlaysSaysThatNothingNeedsPrivileges() throws IOException {
        Path overlay = given("qcow2");
        overwriteSector0(overlay, 1);

        Said said = disk("rollback", "pc1", "--dry-run");

        assertThat(said.errors()).contains("nothing of this needs privileges");
        assertThat(disk("diff", "pc1").code()).isOne();
        done("rollback", "pc1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "init",
                "import",
                "list",
                "snapshot",
                "attach",
                "checkpoint",
                "restore",
                "diff",
                "verify",
                "export",
                "withdraw",
                "rollback",
                "pardon",
                "delete"
            })
    void everyVerbShowsAnExampleInItsHelp(String verb) {
        Said said = Said.by("disk", verb, "--help");

        assertThat(said.code()).isZero();
        assertThat(said.output())
                .contains("Usage: tsurutus disk " + verb, "tsurutus disk " + verb + " ");
    }
}
