package org.tsurutus.farm.machine.qemu;

import java.time.Duration;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.Screen;
import org.tsurutus.screen.rfb.RfbScreen;

/// QEMU's screen over RFB for somebody who waits for changes.
///
/// While no input comes and nothing changes, QEMU's VNC server looks ever more rarely at the
/// guest's screen, down to once in three seconds; any input wakes it. So whoever looks here lets go
/// of a key that nobody holds, once a second, which QEMU keeps from the guest.
final class AwakeScreen implements Screen {
    /// `XK_Scroll_Lock`.
    private static final Key NOBODYS = new Key(0xFF14);

    private static final long DROWSY_NANOS = Duration.ofSeconds(1).toNanos();

    private final RfbScreen screen;
    private long woken = System.nanoTime() - DROWSY_NANOS;

    AwakeScreen(RfbScreen screen) {
        this.screen = screen;
    }

    @Override
    public synchronized Frame frame() {
        long now = System.nanoTime();
        if (now - woken >= DROWSY_NANOS) {
            woken = now;
            screen.key(NOBODYS, false);
        }
        return screen.frame();
    }
}
