package org.tsurutus.disk.boot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

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
        return new BootSecret(Base64.getUrlEncoder().withoutPadding().encodeToString(random));
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
