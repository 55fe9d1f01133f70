package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.tsurutus.sensor.fact.UnixText;

/// Takes the parts of a message's data one after the other. What a part says of its own length is
/// checked against what is there.
public final class DataReader {
    private static final int ATTRIBUTES_BYTES = 16;

    private final ByteBuffer data;
    private final long size;

    DataReader(ByteBuffer data, long size) {
        this.data = data.slice().order(ByteOrder.LITTLE_ENDIAN);
        this.size = size;
    }

    /// The name and attributes that go with the making of an object.
    ///
    /// @param root the handle that the name is relative to; 0 where it is absolute
    /// @param attributes `OBJ_…` bits
    public record ObjectAttributes(int root, int attributes, String name) {}

    /// How many bytes are left.
    public int remaining() {
        return data.remaining();
    }

    /// The next 32 bits.
    ///
    /// @throws TraceSyntaxException when there are fewer
    public int number() {
        require(Integer.BYTES);
        return data.getInt();
    }

    /// The next bytes as UTF-16.
    ///
    /// @param bytes how many, an odd one more is left out
    /// @throws TraceSyntaxException when there are fewer
    public String text(int bytes) {
        require(bytes);
        char[] text = new char[bytes / 2];
        for (int i = 0; i < text.length; i++) {
            text[i] = data.getChar();
        }
        skip(bytes % 2);
        return new String(text);
    }

    /// All that is left as UTF-16.
    public String text() {
        return text(remaining());
    }

    /// All that is left as a unix name.
    public String unixName() {
        return UnixText.decode(data.slice());
    }

    /// All that is left as the bytes of a value, which may have been longer.
    public TraceBytes bytes() {
        return new TraceBytes(data.slice(), size - data.position());
    }

    /// Passes over bytes.
    ///
    /// @throws TraceSyntaxException when there are fewer
    public void skip(int bytes) {
        require(bytes);
        data.position(data.position() + bytes);
    }

    /// The attributes that begin here, with the bytes that align what follows; none where no data
    /// is left.
    ///
    /// @throws TraceSyntaxException when they are longer than what is there
    public ObjectAttributes attributes() {
        if (remaining() == 0) {
            return new ObjectAttributes(0, 0, "");
        }
        require(ATTRIBUTES_BYTES);
        int root = data.getInt();
        int attributes = data.getInt();
        int descriptor = data.getInt();
        int length = data.getInt();
        require(descriptor);
        skip(descriptor & ~1);
        require(length);
        String name = text(length & ~1);
        int used = ATTRIBUTES_BYTES + (descriptor & ~1) + (length & ~1);
        skip(Math.min(remaining(), -used & 3));
        return new ObjectAttributes(root, attributes, name);
    }

    private void require(int bytes) {
        if (bytes < 0 || bytes > data.remaining()) {
            throw new TraceSyntaxException(
                    "a part has "
                            + Integer.toUnsignedString(bytes)
                            + " bytes, but only "
                            + data.remaining()
                            + " are there");
        }
    }
}
