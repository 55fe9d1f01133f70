package org.tsurutus.sensor.trace;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/// Puts the data behind a request or reply together, part by part.
public final class DataWriter {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    public DataWriter number(int number) {
        return bytes(
                ByteBuffer.allocate(Integer.BYTES)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .putInt(number)
                        .array());
    }

    public DataWriter text(String text) {
        return bytes(text.getBytes(StandardCharsets.UTF_16LE));
    }

    public DataWriter unixName(String name) {
        return bytes(name.getBytes(StandardCharsets.UTF_8));
    }

    public DataWriter bytes(byte[] bytes) {
        out.writeBytes(bytes);
        return this;
    }

    /// The attributes of an object without a security descriptor, aligned as the server aligns
    /// them.
    public DataWriter attributes(int root, int attributes, String name) {
        number(root).number(attributes).number(0).number(2 * name.length()).text(name);
        return bytes(new byte[-out.size() & 3]);
    }

    /// What a program is started with; the folder, the search path and the title stay empty.
    public DataWriter startup(int input, int output, int errors, String image, String commandLine) {
        bytes(new byte[12]).number(input).number(output).number(errors).bytes(new byte[36]);
        number(0).number(0).number(2 * image.length()).number(2 * commandLine.length());
        return bytes(new byte[16]).text(image).text(commandLine);
    }

    public byte[] toBytes() {
        return out.toByteArray();
    }
}
