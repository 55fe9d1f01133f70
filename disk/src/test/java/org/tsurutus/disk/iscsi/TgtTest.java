package org.tsurutus.disk.iscsi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.mapper.Actions;

@Timeout(120)
class TgtTest {
    private static final String TARGET = "iqn.2026-01.org.tsurutus:pc1";
    private static final String PC = "iqn.2026-01.org.tsurutus:client.pc1";
    private static final Chap CHAP = new Chap("pc1", "correct-horse");

    @TempDir Path folder;
    private TgtDaemon daemon;
    private Tgt tgt;
    private Path disk;
    private Initiator pc;

    @BeforeEach
    void startTheDaemon() throws IOException {
        String portal = "127.0.0.1:" + freePort();
        Path socket = folder.resolve("tgt");
        daemon = TgtDaemon.start(socket, portal);
        tgt = new Tgt(socket, Actions.real());
        disk = Files.write(folder.resolve("disk.raw"), new byte[1 << 20]);
        pc = new Initiator(portal, TARGET, tgt.lunNumber(), PC, CHAP);
    }

    @AfterEach
    void endTheDaemon() {
        for (String target : List.of(TARGET, TARGET + "-base")) {
            tgt.cutOff(target);
            tgt.withdraw(target);
        }
        daemon.close();
    }

    private Lun lun(boolean readOnly) {
        return new Lun(TARGET, disk, readOnly, PC, CHAP);
    }

    @Test
    void aPcWithItsSecretWritesToItsDisk() throws IOException {
        tgt.export(lun(false));

        assertThat(pc.run(false, "write -P 5 512 512", "flush").output())
                .contains("wrote 512/512 bytes at offset 512");
        assertThat(Files.readAllBytes(disk)[512]).isEqualTo((byte) 5);
        assertThat(Files.readAllBytes(disk)[1024]).isZero();
    }

    @Test
    void whoeverLacksTheSecretOrTheNameIsNotLetIn() {
        tgt.export(lun(false));

        assertThat(pc.with(new Chap("pc1", "wrong-horse-x")).run(false, "read 0 512").code())
                .isNotZero();
        assertThat(pc.named(PC + "x").run(false, "read 0 512").code()).isNotZero();
        assertThat(pc.run(false, "read -P 0 0 512").code()).isZero();
    }

    @Test
    void aReadOnlyDiskIsReadOnly() {
        tgt.export(lun(true));

        assertThat(pc.run(false, "write -P 5 0 512").code()).isNotZero();
        assertThat(pc.run(true, "read -P 0 0 512").code()).isZero();
    }

    @Test
    void whoIsLoggedInIsNamedAndKeepsTheDiskUntilCutOff() throws IOException {
        tgt.export(lun(false));
        try (Initiator.Held held = pc.hold()) {
            held.until("write -P 5 0 512", "wrote 512/512");
            assertThat(tgt.sessions(TARGET)).containsExactly(new Session(PC));
            assertThatThrownBy(() -> tgt.withdraw(TARGET))
                    .isInstanceOf(DiskException.class)
                    .hasMessageContaining(TARGET + " is in use by " + PC);
            assertThatThrownBy(() -> tgt.export(lun(false)))
                    .hasMessageContaining("is in use by " + PC);

            tgt.cutOff(TARGET);

            assertThat(tgt.sessions(TARGET)).isEmpty();
            tgt.withdraw(TARGET);
            assertThat(tgt.sessions(TARGET)).isEmpty();
        }
    }

    @Test
    void exportingAgainTakesTheNewSecret() {
        tgt.export(lun(false));
        tgt.export(new Lun(TARGET, disk, false, PC, new Chap("pc1", "another-horse")));

        assertThat(pc.run(false, "read 0 512").code()).isNotZero();
        assertThat(pc.with(new Chap("pc1", "another-horse")).run(false, "read 0 512").code())
                .isZero();
    }

    @Test
    void everyPcHasATargetOfItsOwnAndWithdrawingOneLeavesTheOther() throws IOException {
        Path other = Files.write(folder.resolve("other.raw"), new byte[1 << 20]);
        tgt.export(lun(false));
        tgt.export(new Lun(TARGET + "-base", other, true, PC, new Chap("base", "correct-horse")));

        tgt.withdraw(TARGET);
        tgt.withdraw(TARGET);

        assertThat(pc.run(false, "read 0 512").code()).isNotZero();
        Initiator reader =
                new Initiator(
                        pc.portal(),
                        TARGET + "-base",
                        tgt.lunNumber(),
                        PC,
                        new Chap("base", "correct-horse"));
        assertThat(reader.run(true, "read 0 512").code()).isZero();
    }

    @Test
    void twoPcsMayNotShareAUser() {
        tgt.export(lun(false));

        assertThatThrownBy(() -> tgt.export(new Lun(TARGET + "-base", disk, true, PC, CHAP)))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("another target lets in the user pc1");
    }

    @Test
    void aDiskThatIsNotThereIsNamedWithTgtsCode() {
        Path absent = folder.resolve("absent.raw");

        assertThatThrownBy(() -> tgt.export(new Lun(TARGET, absent, false, PC, CHAP)))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("tgtadm --op new --mode logicalunit")
                .hasMessageContaining("absent.raw ended with code ");
    }

    @Test
    void aRehearsalSaysEveryOrderButNoSecret() {
        List<String> said = new ArrayList<>();
        Tgt rehearsed = new Tgt(folder.resolve("nowhere"), Actions.rehearsal(said::add));

        rehearsed.export(lun(true));

        assertThat(said)
                .containsExactly(
                        "tgtadm --op new --mode target --tid 1 --targetname " + TARGET,
                        "tgtadm --op new --mode account --user pc1 --password (secret)",
                        "tgtadm --op bind --mode account --tid 1 --user pc1",
                        "tgtadm --op new --mode logicalunit --tid 1 --lun 1 --backing-store "
                                + disk,
                        "tgtadm --op update --mode logicalunit --tid 1 --lun 1 --params readonly=1",
                        "tgtadm --op bind --mode target --tid 1 --initiator-name " + PC);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
