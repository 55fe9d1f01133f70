package org.tsurutus.disk.boot;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tsurutus.disk.DiskException;

/// A script for iPXE with places, `{{like-this}}`, to be filled in.
final class BootScript {
    private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z-]+)}}");

    /// iPXE would take spaces for ends of words, and `${`, `&&` and `||` for more.
    private static final Pattern SAFE = Pattern.compile("[A-Za-z0-9_.:-]{1,256}");

    /// Starts a PC from its disk.
    static final BootScript SANBOOT = load("sanboot.ipxe");

    /// Lets a PC wait and ask again.
    static final BootScript WAIT = load("wait.ipxe");

    private final String text;

    private BootScript(String text) {
        this.text = text;
    }

    private static BootScript load(String name) {
        try (InputStream stream =
                Objects.requireNonNull(BootScript.class.getResourceAsStream(name), name)) {
            return new BootScript(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// @throws DiskException when a value is missing or iPXE might misread it
    String with(Map<String, String> values) {
        return PLACE.matcher(text)
                .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), values)));
    }

    private static String value(String place, Map<String, String> values) {
        String value = values.getOrDefault(place, "");
        if (!SAFE.matcher(value).matches()) {
            throw new DiskException(
                    "a boot script cannot take this "
                            + place
                            + "; use 1 to 256 letters, digits and _.:- for it");
        }
        return value;
    }

    static String start(BootPc pc, BootLease lease, int pause) {
        return SANBOOT.with(
                Map.of(
                        "pc", pc.name(),
                        "portal", lease.portal().getHostAddress(),
                        "port", Integer.toString(lease.port()),
                        "lun", Integer.toString(lease.lun(), 16),
                        "target", lease.target(),
                        "initiator", lease.initiator(),
                        "user", lease.chap().user(),
                        "password", lease.chap().secret(),
                        "pause", Integer.toString(pause)));
    }

    static String wait(BootPc pc, int pause) {
        return WAIT.with(Map.of("pc", pc.name(), "pause", Integer.toString(pause)));
    }
}
