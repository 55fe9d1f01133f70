package org.tsurutus.disk.iscsi;

import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// What an initiator proves that it knows (RFC 3720, CHAP).
///
/// @param user letters, digits and `_ . -`, at most 64
/// @param secret 12 to 64 letters, digits and `_ . -`; some initiators take no fewer
public record Chap(String user, String secret) {
    private static final Pattern USER = Pattern.compile("[A-Za-z0-9_.-]{1,64}");
    private static final Pattern SECRET = Pattern.compile("[A-Za-z0-9_.-]{12,64}");

    /// Checks that every target and initiator takes them.
    ///
    /// @throws DiskException when not
    public Chap {
        if (!USER.matcher(user).matches() || !SECRET.matcher(secret).matches()) {
            throw new DiskException(
                    "CHAP needs a user of 1 to 64 and a secret of 12 to 64 letters, digits and"
                            + " _.-; choose others for user \""
                            + user
                            + "\"");
        }
    }

    /// Without the secret.
    @Override
    public String toString() {
        return "Chap[" + user + "]";
    }
}
