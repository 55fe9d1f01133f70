package org.tsurutus.farm.lease;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.farm.host.Home;

class SweepTest {
    @TempDir Path folder;

    private Home home() {
        return Home.of(Map.of("TSURUTUS_HOME", folder.toString()));
    }

    @Test
    void aLeaseThatIsHeldIsLeftAlone() {
        try (Lease lease = Lease.take(home(), Optional.empty())) {
            assertThat(Sweep.run(home())).isEmpty();
            assertThat(lease.folder()).isDirectory();
        }
    }

    @Test
    void aLeaseThatWasGivenBackLeavesNothing() {
        Lease.take(home(), Optional.empty()).close();

        assertThat(home().leases()).isEmptyDirectory();
    }

    @Test
    void aLeaseWhoseHolderIsDeadIsRemovedAndItsRunIsNamed() throws IOException {
        Path left = Files.createDirectory(home().leases().resolve("0a1b2c3d"));
        Files.createFile(left.resolve(Lease.LOCK));
        Files.writeString(left.resolve(Lease.RUN), "/somewhere/実行");
        Files.createFile(left.resolve("root.qcow2"));

        assertThat(Sweep.run(home()))
                .containsExactly(
                        new Sweep.Left("0a1b2c3d", 0, Optional.of(Path.of("/somewhere/実行"))));
        assertThat(home().leases()).isEmptyDirectory();
    }
}
