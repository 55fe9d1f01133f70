package org.tsurutus.farm.machine.qemu;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.screen.Input;
import org.tsurutus.screen.Screen;
import org.tsurutus.screen.ScreenException;
import org.tsurutus.screen.rfb.RfbScreen;

/// The guest's screen and input: over RFB, and by the monitor where that cannot be had. Connected
/// when somebody looks for the first time.
final class QemuDisplay implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Path socket;
    private final Screen secondScreen;
    private final Input secondInput;
    private Optional<Rfb> rfb = Optional.empty();
    private Optional<String> refusal = Optional.empty();

    private record Rfb(RfbScreen link, Screen screen) {}

    /// @param socket where QEMU's VNC server listens
    QemuDisplay(Path socket, Screen secondScreen, Input secondInput) {
        this.socket = socket;
        this.secondScreen = secondScreen;
        this.secondInput = secondInput;
    }

    Screen screen() {
        return first().map(Rfb::screen).orElse(secondScreen);
    }

    Input input() {
        return first().<Input>map(Rfb::link).orElse(secondInput);
    }

    /// The screen as the monitor shows it, whatever [#screen()] is.
    Screen secondScreen() {
        return secondScreen;
    }

    /// Why it is the monitor's screen and input; empty where it is not, or nobody has looked.
    synchronized Optional<String> remark() {
        return refusal;
    }

    private synchronized Optional<Rfb> first() {
        if (rfb.isEmpty() && refusal.isEmpty()) {
            try {
                RfbScreen link =
                        RfbScreen.connect(
                                UnixDomainSocketAddress.of(socket), Optional.empty(), PATIENCE);
                rfb = Optional.of(new Rfb(link, new AwakeScreen(link)));
                shut();
            } catch (ScreenException e) {
                refusal =
                        Optional.of(
                                "the screen was taken by screendump, which costs more: "
                                        + e.getMessage());
            }
        }
        return rfb;
    }

    /// Nobody else may connect any more.
    private void shut() {
        try {
            Files.deleteIfExists(socket);
        } catch (IOException e) {
            throw FarmException.environment("cannot remove " + socket + ": " + e, e);
        }
    }

    @Override
    public synchronized void close() {
        rfb.ifPresent(first -> first.link().close());
    }
}
