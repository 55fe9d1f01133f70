package org.tsurutus.disk.mapper;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// One of Linux's error numbers and what it means where disks are made; the table is
/// `error-numbers.tsv`.
record ErrorNumber(int number, String name, String advice) {
    static final int EBUSY = 16;
    static final int EEXIST = 17;
    static final int ENODATA = 61;
    static final int ENXIO = 6;

    private static final Map<Integer, ErrorNumber> TABLE = read();

    static ErrorNumber of(int number) {
        return TABLE.getOrDefault(
                number,
                new ErrorNumber(number, "error " + number, "the kernel's log (dmesg) says more"));
    }

    String words() {
        return name + "; " + advice;
    }

    private static Map<Integer, ErrorNumber> read() {
        try (InputStream table = ErrorNumber.class.getResourceAsStream("error-numbers.tsv")) {
            byte[] bytes = Objects.requireNonNull(table, "error-numbers.tsv").readAllBytes();
            return new String(bytes, StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> line.split("\t", 3))
                    .map(cells -> new ErrorNumber(Integer.parseInt(cells[0]), cells[1], cells[2]))
                    .collect(Collectors.toUnmodifiableMap(ErrorNumber::number, each -> each));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read error-numbers.tsv", e);
        }
    }
}
