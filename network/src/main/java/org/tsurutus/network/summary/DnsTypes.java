package org.tsurutus.network.summary;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// The names of DNS' types, from `dns-types.tsv`.
public final class DnsTypes {
    private static final Map<Integer, String> NAMES = read();

    private DnsTypes() {}

    /// Its name, or `TYPE` and the number (RFC 3597).
    public static String name(int type) {
        return NAMES.getOrDefault(type, "TYPE" + type);
    }

    private static Map<Integer, String> read() {
        try (InputStream table =
                Objects.requireNonNull(DnsTypes.class.getResourceAsStream("dns-types.tsv"))) {
            return new String(table.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 2))
                    .collect(Collectors.toMap(part -> Integer.valueOf(part[0]), part -> part[1]));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
