package org.tsurutus.disk.boot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.Hashes;
import org.tsurutus.disk.iscsi.Chap;

/// What a PC must know to be told where its disk is. It belongs to a lease and changes with it.
///
/// @param text 22 letters, digits, `-` and `_`
public record BootSecret(String text) {
    private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{22}");
    private static final int BYTES = 16;

    /// @throws DiskException when it is none; the text is not shown
    public BootSecret {
        if (!FORM.matcher(text).matches()) {
            throw new DiskException(
                    "a boot secret is 22 letters, digits, - and _; draw a fresh one");
        }
    }

    /// One that nobody knows.
    public static BootSecret fresh() {
        byte[] random = new byte[BYTES];
        RandomGenerator.of("SecureRandom").nextBytes(random);
        return new BootSecret(encode(random));
    }

    /// The one that goes with what a PC proves to its target: it changes when that does, and does
    /// not tell it.
    public static BootSecret of(Chap chap) {
        byte[] digest =
                Hashes.sha256()
                        .digest(
                                ("boot " + chap.user() + " " + chap.secret())
                                        .getBytes(StandardCharsets.UTF_8));
        return new BootSecret(encode(Arrays.copyOf(digest, BYTES)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /// Whether a guess is right. How long that takes does not depend on how wrong it is.
    public boolean isKnownAs(String guess) {
        return MessageDigest.isEqual(
                text.getBytes(StandardCharsets.UTF_8), guess.getBytes(StandardCharsets.UTF_8));
    }

    /// Without the text.
    @Override
    public String toString() {
        return "BootSecret";
    }
}
