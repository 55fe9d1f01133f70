package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.Key;
import org.tsurutus.screen.ScreenException;

/// QEMU's server, with a PC that shows what is typed.
class QemuTest {
    /// Waits for a key, shows it, and again: `xor ah,ah; int 16h; mov ah,0Eh; int 10h; jmp`.
    private static final byte[] ECHO = HexFormat.of().parseHex("30e4cd16b40ecd10ebf6");

    @TempDir static Path folder;
    private static Program qemu;
    private static Monitor monitor;

    @BeforeAll
    static void start() throws IOException {
        byte[] sector = Arrays.copyOf(ECHO, 512);
        sector[510] = 0x55;
        sector[511] = (byte) 0xAA;
        Path disk = Files.write(folder.resolve("echo.raw"), sector);
        qemu =
                Program.start(
                        Map.of(),
                        List.of(
                                "qemu-system-x86_64",
                                "-nodefaults",
                                "-no-user-config",
                                "-machine",
                                "pc",
                                "-accel",
                                "tcg",
                                "-m",
                                "16",
                                "-device",
                                "VGA",
                                "-drive",
                                "format=raw,snapshot=on,file=" + disk,
                                "-object",
                                "secret,id=word,data=hunter2",
                                "-vnc",
                                "unix:" + folder.resolve("open"),
                                "-vnc",
                                "unix:" + folder.resolve("shut") + ",password-secret=word",
                                "-k",
                                "en-us",
                                "-qmp",
                                "unix:" + folder.resolve("qmp") + ",server=on,wait=off"));
        Program.until("QEMU's monitor", () -> Files.exists(folder.resolve("qmp")));
        monitor = new Monitor(folder.resolve("qmp"), folder);
        Program.until("the boot sector", () -> monitor.text().contains("Booting from Hard Disk"));
    }

    @AfterAll
    static void end() throws IOException {
        monitor.close();
        qemu.close();
    }

    private static RfbScreen connect(String socket, Optional<String> password, Encoding encoding) {
        return RfbScreen.connect(
                UnixDomainSocketAddress.of(folder.resolve(socket)),
                password,
                Program.PATIENCE,
                Encoding.wishes(encoding));
    }

    private static void type(RfbScreen screen, Key key) {
        screen.key(key, true);
        screen.key(key, false);
    }

    @ParameterizedTest
    @EnumSource(names = {"RAW", "HEXTILE", "ZRLE", "TIGHT"})
    void theScreenIsTheOneThatScreendumpShows(Encoding encoding) {
        try (RfbScreen screen = connect("open", Optional.empty(), encoding)) {
            type(screen, Key.of('a' + encoding.ordinal()));

            // the text cursor blinks
            Program.until("the same picture", () -> monitor.frame().equals(screen.frame()));
            assertThat(screen.frame().width()).isEqualTo(720);
            assertThat(screen.received()).containsKey(encoding);
        }
    }

    @Test
    void whatIsTypedArrives() {
        try (RfbScreen screen = connect("open", Optional.empty(), Encoding.RAW)) {
            type(screen, Key.ENTER);
            type(screen, Key.of('a'));
            screen.key(Key.SHIFT, true);
            type(screen, Key.of('A'));
            screen.key(Key.SHIFT, false);
            type(screen, Key.of('1'));
            screen.key(Key.SHIFT, true);
            type(screen, Key.of('!'));
            screen.key(Key.SHIFT, false);
            type(screen, Key.of('/'));

            Program.until("what was typed", () -> monitor.text().contains("aA1!/"));
        }
    }

    @Test
    void aPasswordOpensAndAnotherDoesNot() {
        try (RfbScreen screen = connect("shut", Optional.of("hunter2"), Encoding.RAW)) {
            Frame frame = screen.frame();
            assertThat(frame.width()).isEqualTo(720);
        }
        assertThatThrownBy(() -> connect("shut", Optional.of("hunter3"), Encoding.RAW))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("refuses: \"Authentication failed\"");
    }
}
