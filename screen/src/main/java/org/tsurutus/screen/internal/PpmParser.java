package org.tsurutus.screen.internal;

import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

/// Reads one binary PPM picture. Its bytes come from an emulator that a specimen may have broken,
/// so nothing is believed before it is checked.
public final class PpmParser {
    private static final int MAX_DIGITS = 6;

    private final byte[] bytes;
    private int position;

    public PpmParser(byte[] bytes) {
        this.bytes = bytes;
    }

    /// The picture.
    ///
    /// @throws ScreenException when the bytes are no `P6` picture of 8 bits a channel
    public Frame parse() {
        if (bytes.length < 2 || bytes[0] != 'P' || bytes[1] != '6') {
            throw wrong("it does not begin with P6");
        }
        position = 2;
        int width = number("width");
        int height = number("height");
        int maximum = number("maximum");
        Frame.checkSize(width, height, "PPM picture");
        if (maximum != 255) {
            throw wrong("its channels go to " + maximum + "; only 255 is read");
        }
        if (position >= bytes.length || !isSpace(bytes[position])) {
            throw wrong("no white space follows its header");
        }
        position++;
        long needed = 3L * width * height;
        if (bytes.length - position != needed) {
            throw wrong(
                    "%d x %d pixels need %d bytes, but %d follow the header"
                            .formatted(width, height, needed, bytes.length - position));
        }
        int[] rgb = new int[width * height];
        for (int index = 0; index < rgb.length; index++, position += 3) {
            rgb[index] =
                    ((bytes[position] & 0xFF) << 16)
                            | ((bytes[position + 1] & 0xFF) << 8)
                            | (bytes[position + 2] & 0xFF);
        }
        return new Frame(width, height, rgb);
    }

    private int number(String name) {
        int begin = position;
        skipSpaceAndComments();
        if (position == begin) {
            throw wrong("no white space stands before its " + name);
        }
        int first = position;
        int value = 0;
        while (position < bytes.length && bytes[position] >= '0' && bytes[position] <= '9') {
            if (position - first == MAX_DIGITS) {
                throw wrong("its " + name + " has more than " + MAX_DIGITS + " digits");
            }
            value = value * 10 + bytes[position++] - '0';
        }
        if (position == first) {
            throw wrong("its " + name + " is missing");
        }
        return value;
    }

    private void skipSpaceAndComments() {
        while (position < bytes.length) {
            if (isSpace(bytes[position])) {
                position++;
            } else if (bytes[position] == '#') {
                while (position < bytes.length && bytes[position] != '\n') {
                    position++;
                }
            } else {
                return;
            }
        }
    }

    private static boolean isSpace(byte character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    private ScreenException wrong(String why) {
        return new ScreenException(
                "no readable PPM picture (%d bytes, at byte %d): %s; take the frame again"
                        .formatted(bytes.length, position, why));
    }
}
