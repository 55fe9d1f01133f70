package org.tsurutus.markii;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// Lines that the tests share.
final class Lines {
    static final String HEADER = "12/31/2022 23:59:59.007 +0900";

    private Lines() {}

    /// Six lines of 2017, as far as they could be read; digits that were hidden are zeros.
    static List<String> of2017() {
        try (InputStream in = Lines.class.getResourceAsStream("lines-2017.log")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Line> read(String log) {
        return read(log.getBytes(StandardCharsets.UTF_8));
    }

    static List<Line> read(byte[] log) {
        try (MarkIIReader reader = new MarkIIReader(new ByteArrayInputStream(log))) {
            return reader.lines().toList();
        }
    }

    /// What all lines are in a row, as bytes.
    static byte[] joined(List<Line> lines) {
        ByteArrayOutputStream joined = new ByteArrayOutputStream();
        try (MarkIIWriter writer = new MarkIIWriter(joined)) {
            lines.forEach(writer::copy);
        }
        return joined.toByteArray();
    }
}
