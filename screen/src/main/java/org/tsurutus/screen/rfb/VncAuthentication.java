package org.tsurutus.screen.rfb;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;
import org.tsurutus.screen.ScreenException;

/// VNC authentication, RFC 6143 §7.2.2: the server's challenge under DES, the password being the
/// key. Only its first eight characters count.
final class VncAuthentication {
    /// Bytes of a challenge and of its answer.
    static final int CHALLENGE = 16;

    private static final int KEY = 8;

    private VncAuthentication() {}

    /// What to send back.
    // the protocol knows nothing better; whoever needs secrecy must tunnel
    @SuppressWarnings("InsecureCryptoUsage")
    static byte[] answer(byte[] challenge, String password) {
        byte[] key = Arrays.copyOf(password.getBytes(StandardCharsets.ISO_8859_1), KEY);
        for (int at = 0; at < KEY; at++) {
            // every VNC takes the bits of a byte in the other order
            key[at] = (byte) (Integer.reverse(key[at]) >>> 24);
        }
        try {
            Cipher cipher = Cipher.getInstance("DES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "DES"));
            return cipher.doFinal(challenge);
        } catch (GeneralSecurityException e) {
            throw new ScreenException(
                    "this Java cannot answer a VNC server's challenge, which needs DES; use a complete JDK",
                    e);
        }
    }
}
