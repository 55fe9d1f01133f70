package org.tsurutus.windows.signature;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.tsurutus.windows.PeFile;
import org.tsurutus.windows.PeHeaders;

/// The end of a signed file, where its signatures lie.
///
/// @param start where it begins in the file
/// @param end where it says it ends
/// @param message the first signature in it
record CertificateTable(long start, long end, ByteBuffer message) {
    private static final int SECURITY_DIRECTORY = 4;
    private static final int MOST_BYTES = 4 << 20;
    private static final int HEAD = 8;
    private static final int PKCS_SIGNED_DATA = 2;

    /// Empty where the headers name no such table.
    static Optional<CertificateTable> find(PeFile pe) throws IOException, Flaw {
        PeHeaders.Directory place = pe.headers().directory(SECURITY_DIRECTORY);
        if (place.address() == 0 || place.size() == 0) {
            return Optional.empty();
        }
        long start = place.address();
        long end = start + place.size();
        if (end > pe.source().size() || start < hashedHead(pe)) {
            throw Flaw.malformed("the signature is not where the headers say");
        }
        if (place.size() > MOST_BYTES) {
            throw Flaw.malformed("the signature has over " + MOST_BYTES + " bytes");
        }
        return Optional.of(
                new CertificateTable(
                        start, end, message(pe.source().bytes(start, (int) place.size()))));
    }

    /// Where the last field of the headers ends that is left out of the hash.
    private static long hashedHead(PeFile pe) {
        return securityEntry(pe.headers()) + 8;
    }

    static long securityEntry(PeHeaders headers) {
        return headers.directoryTable() + SECURITY_DIRECTORY * 8L;
    }

    private static ByteBuffer message(ByteBuffer table) throws Flaw {
        int at = 0;
        while (table.limit() - at >= HEAD) {
            long length = table.getInt(at) & 0xffff_ffffL;
            if (length < HEAD || length > table.limit() - at) {
                throw Flaw.malformed("the signature's length of " + length + " cannot be");
            }
            if (table.getShort(at + 6) == PKCS_SIGNED_DATA) {
                return table.slice(at + HEAD, (int) length - HEAD);
            }
            at += (int) Math.min(table.limit() - at, (length + 7) & ~7L);
        }
        throw Flaw.malformed("the table of signatures holds none of a known kind");
    }
}
