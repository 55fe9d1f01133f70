package org.tsurutus.app.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// The one script that a page may run, and its hash, by which the page's policy knows it.
///
/// @param text what stands between the script's tags
/// @param source what the policy calls it, for example `sha256-…`
record PlayerScript(String text, String source) {
    private static final PlayerScript PLAYER = read();

    static PlayerScript player() {
        return PLAYER;
    }

    private static PlayerScript read() {
        try (InputStream stream =
                Objects.requireNonNull(PlayerScript.class.getResourceAsStream("player.js"))) {
            byte[] bytes = stream.readAllBytes();
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            return new PlayerScript(
                    new String(bytes, StandardCharsets.UTF_8),
                    "sha256-" + Base64.getEncoder().encodeToString(hash));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read player.js of this program", e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("this Java has no SHA-256; use a complete JDK", e);
        }
    }
}
