package org.tsurutus.markii.scan;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// Walks the lines of a block and knows where each one's fields lie. Nothing is copied and no
/// object is made for a line; what this class answers holds until [#next] is called again.
///
/// Places are indexes into the block's array. Not for use by several threads at once.
public final class LineCursor {
    /// What a line turned out to be.
    public enum Kind {
        /// Header and fields.
        RECORD,
        /// No record; [#reason] says why.
        MALFORMED,
        /// A lone 0x1A, the end-of-file mark of DOS.
        END_MARK
    }

    /// How a line's bytes are text.
    public enum Encoding {
        /// UTF-8, of which ASCII is a part.
        UTF_8,
        /// windows-31j (CP932), as logs of 2017 may have it.
        WINDOWS_31J,
        /// Neither; such a line is malformed.
        NONE
    }

    private static final int PLACES = 4;
    private static final int KEY = 1;
    private static final int VALUE = 2;
    private static final int VALUE_END = 3;
    private static final int SPACE = ' ';
    private static final int QUOTE = '"';
    private static final byte END_MARK_BYTE = 0x1A;

    private final Block block;
    private final byte[] bytes;
    private final HeaderClock clock = new HeaderClock();
    private final LineMarks marks;
    private int next;
    private long number;

    private int start;
    private int end;
    private Kind kind = Kind.MALFORMED;
    private Encoding encoding = Encoding.UTF_8;
    private String reason = "";
    private int reasonAt;
    private boolean plain;
    private int behindKey;

    private int fields;

    /// Four places a field: its key's number, its key, its value's start and end.
    private int[] places = new int[64 * PLACES];

    /// By key the first field that has it, and in the upper half the line for which that holds.
    private final long[] firstByKey = new long[Keys.count()];

    private int line;

    /// A cursor before the block's first line.
    public LineCursor(Block block) {
        this(block, LineMarks.fastest());
    }

    /// @param marks what finds a line's spaces and quotes
    LineCursor(Block block, LineMarks marks) {
        this.block = block;
        this.bytes = block.bytes();
        this.marks = marks;
        this.next = block.start();
        this.number = block.firstLine() - 1;
    }

    /// Goes to the next line.
    ///
    /// @return false behind the last one
    public boolean next() {
        if (next >= block.end()) {
            return false;
        }
        fields = 0;
        line++;
        number++;
        start = next;
        marks.find(bytes, start, block.end());
        end = marks.end();
        next = marks.endWithBreak();
        if (isTooLong()) {
            encoding = Encoding.NONE;
            fail(start, "the line is over the limit of " + Block.LONGEST_LINE + " bytes");
        } else {
            read();
        }
        return true;
    }

    /// Whether the line is longer than [Block#LONGEST_LINE]; it is then malformed, and may be only
    /// a piece of the line.
    public boolean isTooLong() {
        return end - start > Block.LONGEST_LINE
                || (start == block.start() && block.continued())
                || (next == block.end() && block.cut());
    }

    private void read() {
        kind = Kind.RECORD;
        encoding = Encoding.UTF_8;
        if (end - start == 1 && bytes[start] == END_MARK_BYTE) {
            kind = Kind.END_MARK;
            return;
        }
        if (!marks.isAscii()) {
            encoding = Encodings.of(bytes, start, end);
        }
        if (encoding == Encoding.NONE) {
            fail(start, "the line is neither UTF-8 nor windows-31j");
        } else if (start == end) {
            fail(start, "the line is empty");
        } else if (!marks.hasControls()
                || (isFreeOf((byte) 0, "a NUL") && isFreeOf((byte) '\r', "a carriage return"))) {
            readFields();
        }
    }

    private boolean isFreeOf(byte refused, String name) {
        for (int at = start; at < end; at++) {
            if (bytes[at] == refused) {
                fail(at, name + " inside the line");
                return false;
            }
        }
        return true;
    }

    private void readFields() {
        int at = clock.read(bytes, start, end);
        if (at < 0) {
            fail(
                    start,
                    end - start < HeaderClock.SHORTEST
                            ? "the line is shorter than its header, " + HeaderClock.SHAPE
                            : "the line does not begin with " + HeaderClock.SHAPE);
            return;
        }
        if (at + 1 >= end) {
            fail(end, "there is no field after the header");
            return;
        }
        if (!marks.findsSpaces() || !readRegular(at)) {
            readAny(at);
        }
    }

    /// The fast way for nearly all lines: known keys, quotes in order. Every space outside quotes
    /// ends a field, so that fields need not wait for each other.
    ///
    /// @return false for a line that only [#readAny] can judge
    private boolean readRegular(int behindHeader) {
        int[] spaces = marks.spaces();
        int count = marks.spaceCount();
        int first = 0;
        while (first < count && spaces[first] < behindHeader) {
            first++;
        }
        if (first == count || spaces[first] != behindHeader) {
            return false;
        }
        reserve(count - first);
        int[] into = places;
        int quotes = 0;
        int field = 0;
        for (int at = first; at < count; at++) {
            int key = spaces[at] + 1;
            int stop = at + 1 < count ? spaces[at + 1] : end;
            int id = knownKey(key);
            if (id < 0) {
                return false;
            }
            int value = behindKey + 1;
            if (bytes[value] == QUOTE && value < stop) {
                if (bytes[stop - 1] != QUOTE || stop - 1 == value) {
                    return false;
                }
                quotes += 2;
                value++;
                stop--;
            }
            int place = field * PLACES;
            into[place + VALUE_END] = stop;
            into[place] = id;
            into[place + KEY] = key;
            into[place + VALUE] = value;
            remember(id, field);
            field++;
        }
        fields = field;
        plain = quotes == marks.quotes();
        return plain || quotesArePaired();
    }

    /// Whether bare values hold no quote, and quoted ones none that is not doubled.
    private boolean quotesArePaired() {
        for (int field = 0; field < fields; field++) {
            int stop = places[field * PLACES + VALUE_END];
            int at = nextQuote(places[field * PLACES + VALUE], stop);
            while (at < stop) {
                if (!isQuoted(field) || at + 1 >= stop || bytes[at + 1] != QUOTE) {
                    return false;
                }
                at = nextQuote(at + 2, stop);
            }
        }
        return true;
    }

    /// The first quote from `from`, or a place that is not before `stop`.
    private int nextQuote(int from, int stop) {
        int at = from;
        while (at < stop) {
            long found = Swar.equal(Swar.read(bytes, at), QUOTE);
            if (found != 0) {
                return at + Swar.first(found);
            }
            at += 8;
        }
        return at;
    }

    private void remember(int id, int field) {
        if (firstByKey[id] >>> 32 != line) {
            firstByKey[id] = ((long) line << 32) | field;
        }
    }

    /// The number of the key before the next `=`, whose place goes to `behindKey`, if it is one
    /// that the vocabulary knows. The place is known before the number, so that the search for the
    /// value's end need not wait for the key to be looked up.
    private int knownKey(int key) {
        long low = Swar.read(bytes, key);
        long high = 0;
        long found = Swar.equal(low, '=');
        if (found != 0) {
            behindKey = key + Swar.first(found);
            low &= mask(behindKey - key);
        } else {
            high = Swar.read(bytes, key + 8);
            found = Swar.equal(high, '=');
            behindKey = key + 8 + Swar.first(found);
            high &= mask(Swar.first(found));
        }
        return found == 0 ? KeyTable.UNKNOWN : Keys.TABLE.find(low, high);
    }

    /// The exact way, field after field: quotes inside values, unknown keys, and what is wrong.
    private void readAny(int behindHeader) {
        line++;
        fields = 0;
        plain = false;
        int at = behindHeader;
        while (at < end) {
            if (bytes[at] != SPACE) {
                fail(at, "a space must stand before a field");
                return;
            }
            at = readField(at + 1);
            if (at < 0) {
                return;
            }
        }
    }

    /// Reads the field whose key begins at `key`.
    ///
    /// @return the place behind the field, or -1 when it is none
    private int readField(int key) {
        reserve(fields + 1);
        int id = knownKey(key);
        int equals = behindKey;
        if (id < 0) {
            equals = endOfUnknownKey(key);
            if (equals < 0) {
                return -1;
            }
            id = Keys.id(new String(bytes, key, equals - key, StandardCharsets.US_ASCII));
        }
        int value = equals + 1;
        boolean quoted = value < end && bytes[value] == QUOTE;
        int stop = quoted ? endOfQuoted(value) : endOfBare(value);
        if (stop < 0) {
            return -1;
        }
        int place = fields * PLACES;
        places[place] = id;
        places[place + KEY] = key;
        places[place + VALUE] = quoted ? value + 1 : value;
        places[place + VALUE_END] = stop;
        if (id >= 0) {
            remember(id, fields);
        }
        fields++;
        return quoted ? stop + 1 : stop;
    }

    private static long mask(int length) {
        return (1L << (length << 3)) - 1;
    }

    /// A key that the vocabulary lacks is checked byte by byte.
    private int endOfUnknownKey(int key) {
        int at = key;
        while (at < end && Keys.isKeyByte(bytes[at], at == key)) {
            at++;
        }
        if (at == key) {
            fail(at, "no key after a space");
        } else if (at == end || bytes[at] != '=') {
            fail(at, "no = after a key");
        } else {
            return at;
        }
        return -1;
    }

    /// Searches the next space; a line's end is below it.
    private int endOfBare(int from) {
        int at = from;
        while (true) {
            long marks = Swar.below(Swar.read(bytes, at), SPACE + 1);
            if (marks == 0) {
                at += 8;
            } else {
                at += Swar.first(marks);
                if (at >= end || bytes[at] == SPACE) {
                    break;
                }
                at++;
            }
            if (at >= end) {
                break;
            }
        }
        return Math.min(at, end);
    }

    /// A quoted value ends at the first quote that is not one of a pair; a backslash means itself.
    private int endOfQuoted(int open) {
        int at = nextQuote(open + 1, end);
        while (at + 1 < end && bytes[at + 1] == QUOTE) {
            at = nextQuote(at + 2, end);
        }
        if (at >= end) {
            fail(open, "a quote that is never closed");
            return -1;
        }
        return at;
    }

    private void reserve(int count) {
        if (count * PLACES > places.length) {
            places = Arrays.copyOf(places, Math.max(count * PLACES, places.length * 2));
        }
    }

    private void fail(int at, String why) {
        kind = Kind.MALFORMED;
        reason = why;
        reasonAt = at;
    }

    /// What the line is.
    public Kind kind() {
        return kind;
    }

    /// The line's number, counted from 1.
    public long number() {
        return number;
    }

    /// Where the line begins in the log, in bytes.
    public long offset() {
        return block.offset() + start;
    }

    /// The line's first byte.
    public int start() {
        return start;
    }

    /// The place behind the line's last byte, before its line end.
    public int end() {
        return end;
    }

    /// The place behind the line's end; the same as [#end] where it has none.
    public int endWithBreak() {
        return next;
    }

    /// How the line's bytes are text.
    public Encoding encoding() {
        return encoding;
    }

    /// The charset of the line's text; UTF-8 where it is none.
    public Charset charset() {
        return Encodings.charset(encoding);
    }

    /// Whether the line is a piece of one that is too long, behind its beginning.
    public boolean isContinued() {
        return start == block.start() && block.continued();
    }

    /// Why a malformed line is none, with the column of the line, counted from 1 in characters.
    public String reason() {
        int column = text(start, reasonAt).length() + 1;
        return reasonAt == start ? reason : "column " + column + ": " + reason;
    }

    /// The time of a record in milliseconds since 1970 in UTC, cut from finer fractions.
    public long millis() {
        return clock.millis();
    }

    /// The nanoseconds within the second of a record's time.
    public int nanos() {
        return clock.nanos();
    }

    /// The zone of a record's time, in seconds from UTC; 0 where the line has none.
    public int zoneSeconds() {
        return clock.zoneSeconds();
    }

    /// Whether the line says its zone.
    public boolean hasZone() {
        return clock.hasZone();
    }

    /// How many fields the record has.
    public int fields() {
        return fields;
    }

    /// The first field of a known key, or -1 where the record lacks it.
    ///
    /// @param id from [Keys#id]
    public int find(int id) {
        return firstByKey[id] >>> 32 == line ? (int) firstByKey[id] : -1;
    }

    /// The number of a field's key, see [Keys#name], or -1 for one that the vocabulary lacks.
    public int keyId(int field) {
        return places[field * PLACES];
    }

    /// Where a field's key begins.
    public int keyStart(int field) {
        return places[field * PLACES + KEY];
    }

    /// The place behind a field's key, that of its `=`.
    public int keyEnd(int field) {
        return places[field * PLACES + VALUE] - (isQuoted(field) ? 2 : 1);
    }

    /// Where a field's value begins, behind its quote.
    public int valueStart(int field) {
        return places[field * PLACES + VALUE];
    }

    /// The place behind a field's value, before its quote.
    public int valueEnd(int field) {
        return places[field * PLACES + VALUE_END];
    }

    /// Whether a field's value stands in quotes.
    public boolean isQuoted(int field) {
        return bytes[places[field * PLACES + VALUE] - 1] == QUOTE;
    }

    /// Whether a field's value holds quotes, each written twice.
    public boolean isDoubled(int field) {
        if (plain || !isQuoted(field)) {
            return false;
        }
        return nextQuote(places[field * PLACES + VALUE], places[field * PLACES + VALUE_END])
                < places[field * PLACES + VALUE_END];
    }

    /// A field's key as the line writes it.
    public String key(int field) {
        return plain
                ? Keys.name(places[field * PLACES])
                : new String(
                        bytes,
                        places[field * PLACES + KEY],
                        keyEnd(field) - places[field * PLACES + KEY],
                        StandardCharsets.US_ASCII);
    }

    /// A field's value as text, its quotes single.
    public String value(int field) {
        String text = text(places[field * PLACES + VALUE], places[field * PLACES + VALUE_END]);
        return isDoubled(field) ? text.replace("\"\"", "\"") : text;
    }

    /// A part of the line as text; U+FFFD stands for what is none.
    public String text(int from, int to) {
        return new String(bytes, from, to - from, Encodings.charset(encoding));
    }
}
