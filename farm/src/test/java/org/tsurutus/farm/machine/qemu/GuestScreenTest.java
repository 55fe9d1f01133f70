package org.tsurutus.farm.machine.qemu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.tsurutus.farm.guest.GuestSession;
import org.tsurutus.farm.host.Accelerator;
import org.tsurutus.farm.image.GuestImage;
import org.tsurutus.farm.image.GuestProfile;
import org.tsurutus.farm.lab.Lab;
import org.tsurutus.farm.lease.Lease;
import org.tsurutus.farm.machine.Machine.StartKind;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;

/// A guest, from its saved state where it has one, seen over RFB and by screendump.
@Tag("guest")
class GuestScreenTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String NOTEPAD = "run C:\\windows\tC:\\windows\\system32\\notepad.exe";

    private static final double MORE_THAN_A_CARET = 0.0001;

    private static Lease lease;
    private static QemuMachine machine;
    private static boolean saved;
    private static StartKind kind;
    private static GuestSession session;

    @BeforeAll
    static void start() {
        Lab lab =
                new Lab(
                        System.getenv(),
                        Path.of(System.getProperty("tsurutus.root")),
                        _ -> () -> {});
        lease = Lease.take(lab.home(), Optional.empty());
        GuestImage image = lab.images().image(GuestProfile.WINE32);
        Accelerator accelerator = lab.accelerator().accelerator();
        saved = image.warm(accelerator.label()).exists();
        machine = new QemuMachine(image, accelerator, lease.folder());
        kind = machine.powerOn().kind();
        session = new GuestSession(machine, OutputStream.nullOutputStream(), _ -> {});
        session.awaitReady(Duration.ofMinutes(6));
    }

    @AfterAll
    static void end() {
        machine.close();
        session.close();
        lease.close();
    }

    private static void until(String what, BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("waiting for %s", what).isLessThan(deadline);
            Sockets.pause();
        }
    }

    private static void bothShowTheSame() {
        until(
                "the same picture from both",
                () -> machine.secondScreen().frame().equals(machine.screen().frame()));
    }

    private static void type(Key key) {
        machine.input().key(key, true);
        machine.input().key(key, false);
    }

    @Test
    void bothWaysShowTheSameWhileThingsMoveAndAreTyped() {
        assertThat(kind == StartKind.WARM).isEqualTo(saved);
        assertThat(machine.screen()).isInstanceOf(AwakeScreen.class);
        assertThat(Files.exists(lease.folder().resolve(QemuCommand.SCREEN))).isFalse();
        bothShowTheSame();
        Frame before = machine.screen().frame();
        machine.input().pointer(300, 200, false, before.width(), before.height());
        until("the pointer", () -> !machine.screen().frame().equals(before));
        bothShowTheSame();

        session.tell(NOTEPAD, PATIENCE);
        Frame pointed = machine.screen().frame();
        until("a window", () -> machine.screen().frame().differing(pointed) > 0.05);
        session.awaitQuiet(PATIENCE);
        bothShowTheSame();
        Frame empty = machine.screen().frame();
        for (char character : "aA1!/".toCharArray()) {
            boolean shifted = character == 'A' || character == '!';
            if (shifted) {
                machine.input().key(Key.SHIFT, true);
            }
            type(Key.of(character));
            if (shifted) {
                machine.input().key(Key.SHIFT, false);
            }
        }
        type(Key.ENTER);
        until("the text", () -> machine.screen().frame().differing(empty) > MORE_THAN_A_CARET);
        session.awaitQuiet(PATIENCE);
        bothShowTheSame();
    }
}
