package org.tsurutus.screen.rfb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.screen.ScreenException;

/// TigerVNC's server behind a password.
class RfbPasswordTest {
    /// What every VNC hides its password file under; published in its sources.
    private static final String FILE_KEY =
            new String(new byte[] {23, 82, 107, 6, 35, 78, 88, 7}, StandardCharsets.ISO_8859_1);

    @TempDir static Path folder;
    private static XDisplay display;

    @BeforeAll
    static void start() throws IOException {
        byte[] password = Arrays.copyOf("hunter2".getBytes(StandardCharsets.ISO_8859_1), 8);
        Path file = folder.resolve("passwd");
        Files.write(file, VncAuthentication.answer(password, FILE_KEY));
        display =
                XDisplay.xvnc(
                        folder.resolve("x"),
                        "-SecurityTypes",
                        "VncAuth",
                        "-PasswordFile",
                        file.toString());
    }

    @AfterAll
    static void end() {
        display.close();
    }

    private static RfbScreen connect(Optional<String> password) {
        return RfbScreen.connect(XDisplay.address(folder.resolve("x")), password, Program.PATIENCE);
    }

    @Test
    void theRightPasswordOpens() {
        try (RfbScreen screen = connect(Optional.of("hunter2"))) {
            assertThat(screen.frame().width()).isEqualTo(640);
        }
    }

    @Test
    void theWrongPasswordIsRefusedWithTheServersReason() {
        assertThatThrownBy(() -> connect(Optional.of("hunter3")))
                .isInstanceOf(ScreenException.class)
                .hasMessageContainingAll("refuses", "uthentication fail", "check the password");
    }

    @Test
    void noPasswordIsSaidToBeMissing() {
        assertThatThrownBy(() -> connect(Optional.empty()))
                .isInstanceOf(ScreenException.class)
                .hasMessageContaining("wants a password; give one");
    }

    @Test
    void onlyTheFirstEightCharactersCount() {
        byte[] challenge = HexFormat.of().parseHex("000102030405060708090a0b0c0d0e0f");

        assertThat(VncAuthentication.answer(challenge, "12345678 and more"))
                .isEqualTo(VncAuthentication.answer(challenge, "12345678"))
                .isNotEqualTo(VncAuthentication.answer(challenge, "1234567"));
    }
}
