package org.tsurutus.windows.signature;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1String;
import org.bouncycastle.asn1.x500.RDN;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x500.style.BCStyle;

/// Names and numbers of certificates as people read them.
final class Names {
    private static final int MOST_CHARACTERS = 1024;
    private static final int MOST_SERIAL_BYTES = 64;
    private static final HexFormat BYTES = HexFormat.ofDelimiter(" ");

    private Names() {}

    /// The common name, else the organisation, else nothing.
    static String of(X500Name name) {
        return Stream.of(BCStyle.CN, BCStyle.O)
                .flatMap(kind -> Arrays.stream(name.getRDNs(kind)))
                .map(Names::text)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("");
    }

    private static String text(RDN part) {
        if (!(part.getFirst().getValue() instanceof ASN1String text)) {
            return "";
        }
        String whole = text.getString();
        return whole.substring(0, Math.min(MOST_CHARACTERS, whole.length()));
    }

    static String serial(BigInteger serial) {
        byte[] bytes = serial.toByteArray();
        return BYTES.formatHex(bytes, 0, Math.min(MOST_SERIAL_BYTES, bytes.length));
    }
}
