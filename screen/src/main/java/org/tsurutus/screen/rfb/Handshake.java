package org.tsurutus.screen.rfb;

import java.io.IOException;
import java.net.ProtocolException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.screen.ScreenException;

/// From the first byte to the size of the screen: version, security, initialisation.
///
/// Source: RFC 6143 §7.1 to 7.3, and its appendix A for the older versions.
final class Handshake {
    private static final Pattern VERSION = Pattern.compile("RFB (\\d{3})\\.(\\d{3})\n");
    private static final int NONE = 1;
    private static final int VNC = 2;

    private final ServerBytes server;
    private final Outbox outbox;
    private final Optional<String> password;

    /// The versions that are spoken, oldest first.
    private enum Version {
        V3_3("RFB 003.003\n"),
        V3_7("RFB 003.007\n"),
        V3_8("RFB 003.008\n");

        private final String line;

        Version(String line) {
            this.line = line;
        }

        /// What is spoken with a server that offers this; versions that were never published are
        /// spoken as the published one below them.
        static Version spokenWith(int major, int minor) {
            if (major > 3 || (major == 3 && minor >= 8)) {
                return V3_8;
            }
            return major == 3 && minor == 7 ? V3_7 : V3_3;
        }
    }

    Handshake(ServerBytes server, Outbox outbox, Optional<String> password) {
        this.server = server;
        this.outbox = outbox;
        this.password = password;
    }

    /// Comes to an agreement with the server.
    ///
    /// @return a picture of the screen's size, empty
    /// @throws ScreenException when the server refuses or wants what is not spoken
    Picture shake() throws IOException {
        Version version = version();
        int security = version == Version.V3_3 ? imposed() : chosen();
        if (security == VNC) {
            outbox.send(
                    VncAuthentication.answer(
                            server.take(VncAuthentication.CHALLENGE, "challenge"),
                            password.orElseThrow(Handshake::passwordWanted)));
        }
        if (security == VNC || version == Version.V3_8) {
            checkAdmitted(version);
        }
        outbox.send(ClientMessage.shared());
        int width = server.unsigned16();
        int height = server.unsigned16();
        server.skip(16, "pixel format");
        server.skip(server.unsigned32(), "desktop name");
        return new Picture(width, height);
    }

    private Version version() throws IOException {
        String line = new String(server.take(12, "version"), StandardCharsets.ISO_8859_1);
        Matcher matcher = VERSION.matcher(line);
        if (!matcher.matches()) {
            throw new ProtocolException("its first words are no RFB version; is it a VNC server?");
        }
        Version version =
                Version.spokenWith(
                        Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        outbox.send(version.line.getBytes(StandardCharsets.ISO_8859_1));
        return version;
    }

    /// Version 3.3: the server decides.
    private int imposed() throws IOException {
        long security = server.unsigned32();
        if (security == 0) {
            throw refused(server.text("reason"));
        }
        if (security != NONE && security != VNC) {
            throw unspoken(Long.toString(security));
        }
        return (int) security;
    }

    /// Later versions: the server offers.
    private int chosen() throws IOException {
        int count = server.unsigned8();
        if (count == 0) {
            throw refused(server.text("reason"));
        }
        byte[] offered = server.take(count, "security types");
        boolean none = has(offered, NONE);
        boolean vnc = has(offered, VNC);
        if (!none && !vnc) {
            throw unspoken(Arrays.toString(offered));
        }
        if (!none && password.isEmpty()) {
            throw passwordWanted();
        }
        int security = (vnc && password.isPresent()) || !none ? VNC : NONE;
        outbox.send(new byte[] {(byte) security});
        return security;
    }

    private static boolean has(byte[] offered, int security) {
        for (byte each : offered) {
            if (each == security) {
                return true;
            }
        }
        return false;
    }

    private void checkAdmitted(Version version) throws IOException {
        long result = server.unsigned32();
        if (result != 0) {
            throw refused(
                    version == Version.V3_8
                            ? server.text("reason")
                            : result == 2 ? "too many attempts" : "authentication failed");
        }
    }

    private static ScreenException refused(String reason) {
        return new ScreenException(
                "the VNC server refuses: \""
                        + reason
                        + "\"; check the password and what the server allows");
    }

    private static ScreenException passwordWanted() {
        return new ScreenException("the VNC server wants a password; give one");
    }

    private static ScreenException unspoken(String types) {
        return new ScreenException(
                "the VNC server offers only security types "
                        + types
                        + "; let it offer None (1) or VNC authentication (2)");
    }
}
