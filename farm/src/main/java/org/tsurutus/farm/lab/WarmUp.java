package org.tsurutus.farm.lab;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.host.Progress;
import org.tsurutus.farm.image.BuildFolder;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.machine.qemu.QemuMachine;

/// Boots a guest once, lets it come to rest and keeps its state, so that runs start in a moment.
final class WarmUp {
    private static final Duration BOOT = Duration.ofMinutes(6);
    private static final Duration REST = Duration.ofSeconds(60);

    private WarmUp() {}

    /// Saves the state of a waiting guest, unless that was done before.
    ///
    /// @param lease an empty folder for the machine's overlays and sockets
    static void ensure(GuestImage image, Accelerator accelerator, Path lease, Progress progress) {
        GuestImage.WarmState warm = image.warm(accelerator.label());
        if (warm.exists()) {
            return;
        }
        try (Progress.Step _ =
                progress.begin("booting the guest once, to keep its waiting state")) {
            BuildFolder.once(warm.folder(), state -> save(image, accelerator, lease, state));
        }
    }

    private static void save(GuestImage image, Accelerator accelerator, Path lease, Path state) {
        try (QemuMachine machine = new QemuMachine(image, accelerator, lease);
                OutputStream raw =
                        new BufferedOutputStream(Files.newOutputStream(state.resolve("facts")))) {
            machine.powerOnCold();
            try (GuestSession session = new GuestSession(machine, raw, _ -> {})) {
                session.awaitReady(BOOT);
                session.awaitQuiet(REST);
                rehearse(session);
                machine.save(state);
            } finally {
                machine.powerOff();
            }
        } catch (IOException e) {
            throw FarmException.environment("cannot save the guest's state: " + e, e);
        }
    }

    /// Starts once what is started for every run and every specimen, so that it is in the guest's
    /// memory.
    private static void rehearse(GuestSession session) {
        session.tell("rehearse", REST);
        session.tell("run C:\\windows\tC:\\windows\\system32\\cmd.exe /c exit", REST);
        session.awaitQuiet(REST);
    }
}
