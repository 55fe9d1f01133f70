package org.tsurutus.network.capture;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Octets;

/// Reads the frames of a pcapng file: ours or anybody's, in either byte order.
///
/// Sections, interfaces and enhanced packets are read, all else is passed over. A file that ends in
/// the middle of a block, or goes on as none may, is read up to there, and the answer says so.
public final class CaptureReader {
    private static final int SECTION = 0x0a0d0d0a;
    private static final int INTERFACE = 1;
    private static final int OBSOLETE_PACKET = 2;
    private static final int SIMPLE_PACKET = 3;
    private static final int PACKET = 6;
    private static final int ORDER_MAGIC = 0x1a2b3c4d;
    private static final int ETHERNET = 1;
    private static final int HEAD = 8;
    private static final int HEAD_AND_TAIL = 12;
    private static final int PACKET_HEAD = 20;
    private static final int INTERFACE_HEAD = 8;
    private static final int NAME = 2;
    private static final int TIME_UNITS = 9;
    private static final int BUFFER = 1024 * 1024;
    private static final int LONGEST_BLOCK = 16 * 1024 * 1024;
    private static final int MOST_INTERFACES = 65_536;

    private final InputStream input;
    private final Consumer<CapturedFrame> taker;
    private final List<Described> interfaces = new ArrayList<>();
    private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
    private long at;
    private long frames;
    private long otherLinks;
    private long otherPackets;
    private long longBlocks;

    private record Described(String name, boolean isEthernet, TimeUnits units) {}

    private CaptureReader(InputStream input, Consumer<CapturedFrame> taker) {
        this.input = input;
        this.taker = taker;
    }

    /// Reads a file from beginning to end.
    ///
    /// @param file the capture
    /// @param taker who gets the frames, in the order of the file
    /// @return what was read and what was not
    /// @throws NetworkException when the file cannot be read at all
    public static CaptureReading read(Path file, Consumer<CapturedFrame> taker) {
        try (InputStream input = new BufferedInputStream(Files.newInputStream(file), BUFFER)) {
            CaptureReader reader = new CaptureReader(input, taker);
            Optional<String> stopped = reader.blocks();
            return new CaptureReading(
                    reader.frames,
                    reader.otherLinks,
                    reader.otherPackets,
                    reader.longBlocks,
                    stopped);
        } catch (IOException e) {
            throw new NetworkException("cannot read the capture " + file + ": " + e, e);
        }
    }

    private Optional<String> blocks() throws IOException {
        byte[] head = input.readNBytes(HEAD);
        if (head.length < HEAD || ByteBuffer.wrap(head).getInt() != SECTION) {
            return Optional.of("it is no pcapng; convert it with editcap -F pcapng");
        }
        while (head.length == HEAD) {
            int type = ByteBuffer.wrap(head).order(order).getInt();
            byte[] magic = new byte[0];
            if (type == SECTION) {
                magic = input.readNBytes(Integer.BYTES);
                if (!begin(magic)) {
                    return stopped("a section without byte order");
                }
            }
            long length =
                    Integer.toUnsignedLong(
                            ByteBuffer.wrap(head).order(order).getInt(Integer.BYTES));
            if (length < HEAD_AND_TAIL + magic.length || length % Integer.BYTES != 0) {
                return stopped("a block of an impossible length");
            }
            try {
                if (!block(type, length, (int) Math.min(length, LONGEST_BLOCK) - magic.length)) {
                    return stopped("a block whose two lengths differ");
                }
            } catch (EOFException _) {
                return stopped("the file ends within a block");
            }
            at += length;
            head = input.readNBytes(HEAD);
        }
        return head.length == 0 ? Optional.empty() : stopped("the file ends within a block");
    }

    private Optional<String> stopped(String why) {
        return Optional.of(why + ", at byte " + at);
    }

    private boolean begin(byte[] magic) {
        if (magic.length < Integer.BYTES) {
            return false;
        }
        int big = ByteBuffer.wrap(magic).getInt();
        order = big == ORDER_MAGIC ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
        interfaces.clear();
        return big == ORDER_MAGIC || Integer.reverseBytes(big) == ORDER_MAGIC;
    }

    /// Whether the block is whole as far as can be seen.
    private boolean block(int type, long length, int rest) throws IOException {
        if (length > LONGEST_BLOCK) {
            longBlocks++;
            input.skipNBytes(length - LONGEST_BLOCK + rest - HEAD);
            return true;
        }
        byte[] body = input.readNBytes(rest - HEAD);
        if (body.length < rest - HEAD) {
            throw new EOFException();
        }
        ByteBuffer buffer = ByteBuffer.wrap(body).order(order);
        int end = body.length - Integer.BYTES;
        if (buffer.getInt(end) != (int) length) {
            return false;
        }
        buffer.limit(end);
        switch (type) {
            case INTERFACE -> describe(buffer);
            case PACKET -> packet(buffer);
            case OBSOLETE_PACKET, SIMPLE_PACKET -> otherPackets++;
            default -> {}
        }
        return true;
    }

    private void describe(ByteBuffer block) {
        if (block.remaining() < INTERFACE_HEAD || interfaces.size() == MOST_INTERFACES) {
            return;
        }
        boolean isEthernet = block.getShort() == ETHERNET;
        block.position(INTERFACE_HEAD);
        String name = "";
        TimeUnits units = TimeUnits.USUAL;
        while (block.remaining() >= Integer.BYTES) {
            int code = Short.toUnsignedInt(block.getShort());
            int length = Short.toUnsignedInt(block.getShort());
            if (code == 0 || length > block.remaining()) {
                break;
            }
            byte[] value = new byte[length];
            block.get(value);
            block.position(Math.min(block.limit(), block.position() + (-length & 3)));
            if (code == NAME) {
                name = new String(value, StandardCharsets.UTF_8);
            } else if (code == TIME_UNITS && length > 0) {
                units = new TimeUnits(Byte.toUnsignedInt(value[0]));
            }
        }
        interfaces.add(new Described(name, isEthernet, units));
    }

    private void packet(ByteBuffer block) {
        if (block.remaining() < PACKET_HEAD) {
            otherPackets++;
            return;
        }
        int number = block.getInt();
        long units = (long) block.getInt() << Integer.SIZE | Integer.toUnsignedLong(block.getInt());
        int kept = block.getInt();
        long length = Integer.toUnsignedLong(block.getInt());
        if (kept < 0 || kept > block.remaining()) {
            otherPackets++;
        } else if (number < 0
                || number >= interfaces.size()
                || !interfaces.get(number).isEthernet()) {
            otherLinks++;
        } else {
            frames++;
            Described port = interfaces.get(number);
            byte[] bytes = new byte[kept];
            block.get(bytes);
            long time = port.units().nanoseconds(units);
            taker.accept(new CapturedFrame(port.name(), time, Octets.of(bytes), length));
        }
    }
}
