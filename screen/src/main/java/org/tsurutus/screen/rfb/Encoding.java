package org.tsurutus.screen.rfb;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What a rectangle may hold. Numbers: RFC 6143 §7.6 and `rfbproto.rst`.
enum Encoding {
    RAW(0),
    COPY_RECT(1),
    HEXTILE(5),
    TIGHT(7),
    ZRLE(16),
    DESKTOP_SIZE(-223),
    LAST_RECT(-224),
    CURSOR(-239),
    EXTENDED_DESKTOP_SIZE(-308);

    /// What is always asked for besides pixels. Who is told the pointer's shape draws it himself;
    /// so the server leaves it out of the picture, where it would cover labels.
    private static final List<Encoding> BESIDES =
            List.of(COPY_RECT, CURSOR, LAST_RECT, DESKTOP_SIZE, EXTENDED_DESKTOP_SIZE);

    private final int number;

    Encoding(int number) {
        this.number = number;
    }

    /// The protocol's number.
    int number() {
        return number;
    }

    /// The encoding of that number, if this client knows it.
    static Optional<Encoding> of(int number) {
        return Arrays.stream(values()).filter(each -> each.number == number).findFirst();
    }

    /// What to ask for on a network: the smallest first.
    static List<Integer> forNetwork() {
        return wishes(TIGHT, ZRLE, HEXTILE, RAW);
    }

    /// What to ask for on the same host, where bytes cost less than packing them.
    static List<Integer> forSameHost() {
        return wishes(RAW, HEXTILE, ZRLE, TIGHT);
    }

    /// The numbers to ask for, most wanted first.
    static List<Integer> wishes(Encoding... pixels) {
        return Stream.concat(Arrays.stream(pixels), BESIDES.stream())
                .map(Encoding::number)
                .toList();
    }
}
