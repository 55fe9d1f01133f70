package org.tsurutus.disk.boot;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// The address of a network card.
///
/// @param text six bytes as `52:54:00:77:00:01`
public record MacAddress(String text) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{2}(:[0-9a-f]{2}){5}");

    /// Takes capital letters and hyphens too.
    ///
    /// @throws DiskException when it is no address of one card
    public MacAddress {
        text = text.toLowerCase(Locale.ROOT).replace('-', ':');
        // The lowest bit of the first byte marks groups.
        if (!FORM.matcher(text).matches() || (Character.digit(text.charAt(1), 16) & 1) == 1) {
            throw new DiskException(
                    "\"" + text + "\" is no card's address; write it as 52:54:00:77:00:01");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
