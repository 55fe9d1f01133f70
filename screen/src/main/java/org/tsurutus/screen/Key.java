package org.tsurutus.screen;

/// A key, as X11 and RFB number them.
///
/// @param keysym the X11 key symbol; Latin-1 characters are their own, others `0x1000000` plus the
///   code point. Source: X11's `keysymdef.h`, RFC 6143 §7.5.4.
public record Key(int keysym) {
    public static final Key ENTER = new Key(0xFF0D);
    public static final Key TAB = new Key(0xFF09);
    public static final Key ESCAPE = new Key(0xFF1B);
    public static final Key SPACE = new Key(' ');
    public static final Key ALT = new Key(0xFFE9);
    public static final Key SHIFT = new Key(0xFFE1);
    public static final Key PAGE_DOWN = new Key(0xFF56);
    public static final Key END = new Key(0xFF57);

    private static final int LATIN_1 = 0x100;
    private static final int UNICODE = 0x1000000;

    /// The key that types a character.
    ///
    /// @param character a Unicode code point from U+0020
    public static Key of(int character) {
        return new Key(character < LATIN_1 ? character : UNICODE + character);
    }
}
