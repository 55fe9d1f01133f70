package org.tsurutus.sensor.trace;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// What a request or reply says: some of its fields, by name, and the data behind them.
public final class Fields {
    private static final int LONGEST_DATA = 1 << 16;
    private static final int SIZE_OFFSET = 4;

    private final Map<String, Integer> values = new HashMap<>();
    private byte[] data = new byte[0];

    private Fields() {}

    public static Fields none() {
        return new Fields();
    }

    public static Fields of(String name, int value) {
        return new Fields().and(name, value);
    }

    public Fields and(String name, int value) {
        values.put(name, value);
        return this;
    }

    public Fields data(DataWriter writer) {
        data = writer.toBytes();
        return this;
    }

    /// The message as the recorder keeps it: the data is cut where it is too long.
    Message message(Map<String, Integer> layout) {
        ByteBuffer fixed = ByteBuffer.allocate(Message.FIXED_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        fixed.putInt(SIZE_OFFSET, data.length);
        values.forEach((name, value) -> fixed.putInt(layout.get(name), value));
        byte[] kept = Arrays.copyOf(data, Math.min(data.length, LONGEST_DATA));
        return new Message(fixed, layout, ByteBuffer.wrap(kept), data.length);
    }
}
