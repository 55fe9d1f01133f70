package org.tsurutus.farm.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.image.BuildFolder;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine.Start;
import org.tsurutus.farm.machine.Machine.StartKind;
import org.tsurutus.farm.machine.qemu.QemuMachine;
import org.tsurutus.farm.machine.qemu.QemuUser;

@Tag("guest")
class ColdStartTest {
    @Test
    void aDamagedSavedStateIsNoticedAndTheGuestBootsInstead() throws IOException {
        Accelerator accelerator = RealLab.LAB.accelerator().accelerator();
        GuestImage image = RealLab.LAB.images().image(GuestProfile.WINE32);
        try (Lease lease = Lease.take(RealLab.LAB.home(), Optional.empty())) {
            Path boot = Files.createDirectory(lease.folder().resolve("boot"));
            Files.copy(image.initramfs(), boot.resolve("initramfs.gz"));
            GuestImage damaged =
                    new GuestImage(
                            image.profile(),
                            image.hash(),
                            image.folder(),
                            boot,
                            image.kernelFolder(),
                            image.watched());
            GuestImage.WarmState state = damaged.warm(accelerator.label());
            Files.createDirectory(state.folder());
            Files.write(state.memory(), new byte[1 << 20]);
            Files.createFile(state.facts());
            Files.createSymbolicLink(state.root(), image.root());

            try (QemuMachine machine = new QemuMachine(damaged, accelerator, lease.folder())) {
                Start start = machine.powerOn();

                assertThat(start.kind()).isEqualTo(StartKind.COLD);
                assertThat(start.why().orElse(""))
                        .contains("does not come up", "delete " + state.folder());
                try (GuestSession session =
                        new GuestSession(machine, OutputStream.nullOutputStream(), _ -> {})) {
                    session.awaitReady(Duration.ofMinutes(6));
                    assertThat(session.noted("screen ready")).isTrue();
                    assertThat(RealLab.machines(lease.folder()))
                            .extracting(process -> process.info().user().orElse("?"))
                            .containsExactly(QemuUser.of(lease.folder()).label());
                    machine.powerOff();
                }
            }
            BuildFolder.delete(boot);
        }
    }
}
