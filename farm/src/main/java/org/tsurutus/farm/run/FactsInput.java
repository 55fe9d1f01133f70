package org.tsurutus.farm.run;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Unpacks facts up to where they end or break off: a controller that is killed leaves no proper
/// end.
final class FactsInput extends InputStream {
    private final InputStream packed;
    private Optional<GZIPInputStream> unpacked = Optional.empty();
    private Optional<String> cut = Optional.empty();

    FactsInput(InputStream packed) {
        this.packed = packed;
    }

    /// Why there is no more where the end is missing.
    Optional<String> cut() {
        return cut;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        if (cut.isPresent()) {
            return -1;
        }
        try {
            return unpacked().read(bytes, offset, length);
        } catch (EOFException _) {
            cut = Optional.of("the file ends before its end");
            return -1;
        } catch (ZipException e) {
            cut = Optional.of(String.valueOf(e.getMessage()));
            return -1;
        }
    }

    private GZIPInputStream unpacked() throws IOException {
        if (unpacked.isEmpty()) {
            unpacked = Optional.of(new GZIPInputStream(packed));
        }
        return unpacked.get();
    }

    @Override
    public void close() throws IOException {
        packed.close();
    }
}
