package org.tsurutus.markii.vocabulary;

/// How the text of a value is to be understood.
///
/// The types are lenient: they accept what [ValueText] can read, in upper and lower case. A text
/// that does not fit is worth a remark, never a reason to drop the record.
public enum ValueType {
    /// Any text.
    TEXT,
    /// A path of files, registry keys or devices; any text.
    PATH,
    /// One of a few words; the list is open.
    WORD,
    /// A whole number of 64 bits with sign.
    INTEGER,
    /// A whole number from 0 to 2⁶³−1.
    UNSIGNED,
    /// A whole number from 0 to 2⁶⁴−1.
    UNSIGNED64,
    /// A port from 0 to 65535; `-` for none.
    PORT,
    /// `0` or `1`.
    FLAG,
    /// A time without zone, `MM/dd/yyyy HH:mm:ss.SSS`.
    TIME,
    /// An identifier that is written in braces and upper case.
    GUID,
    /// An identifier that is written without braces in lower case.
    TERMINAL_GUID,
    /// 64 hexadecimal digits.
    SHA256,
    /// 40 hexadecimal digits.
    SHA1,
    /// 32 hexadecimal digits.
    MD5,
    /// Bytes of two hexadecimal digits with spaces between them.
    HEX_BYTES,
    /// A number of up to 64 bits, `0x` and hexadecimal digits.
    HEX_NUMBER,
    /// An IPv4 or IPv6 address; `-` for none.
    ADDRESS,
    /// Addresses with commas between them.
    ADDRESSES,
    /// Hardware addresses, bytes with colons, with commas between the addresses.
    MAC,
    /// A Windows security identifier, `S-1-…`.
    SID,
    /// Words with colons between them.
    CODES,
    /// A name and its number, `Network(3)`.
    NAME_AND_NUMBER;

    /// Whether the text can be understood as this type.
    public boolean fits(String text) {
        return switch (this) {
            case TEXT, PATH -> true;
            case GUID, TERMINAL_GUID -> ValueText.guid(text).isPresent();
            case WORD -> ValueText.word(text).isPresent();
            case INTEGER -> ValueText.integer(text).isPresent();
            case UNSIGNED -> ValueText.unsigned(text).isPresent();
            case UNSIGNED64 -> ValueText.unsigned64(text).isPresent();
            case PORT -> ValueText.isNone(text) || ValueText.port(text).isPresent();
            case FLAG -> ValueText.flag(text).isPresent();
            case TIME -> ValueText.time(text).isPresent();
            case SHA256 -> ValueText.hexadecimal(text, 64).isPresent();
            case SHA1 -> ValueText.hexadecimal(text, 40).isPresent();
            case MD5 -> ValueText.hexadecimal(text, 32).isPresent();
            case HEX_BYTES -> ValueText.hexBytes(text).isPresent();
            case HEX_NUMBER -> ValueText.hexNumber(text).isPresent();
            case ADDRESS -> ValueText.isNone(text) || ValueText.address(text).isPresent();
            case ADDRESSES -> ValueText.addresses(text).isPresent();
            case MAC -> ValueText.macs(text).isPresent();
            case SID -> ValueText.sid(text).isPresent();
            case CODES -> ValueText.codes(text).isPresent();
            case NAME_AND_NUMBER -> ValueText.namedNumber(text).isPresent();
        };
    }
}
