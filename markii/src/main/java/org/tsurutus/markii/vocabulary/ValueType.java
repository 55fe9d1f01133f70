package org.tsurutus.markii.vocabulary;

import java.util.function.Predicate;

/// How the text of a value is to be understood.
///
/// The types are lenient: they accept what [ValueText] can read, in upper and lower case. A text
/// that does not fit is worth a remark, never a reason to drop the record.
public enum ValueType {
    /// Any text.
    TEXT(_ -> true),
    /// A path of files, registry keys or devices; any text.
    PATH(_ -> true),
    /// One of a few words; the list is open.
    WORD(text -> ValueText.word(text).isPresent()),
    /// A whole number of 64 bits with sign.
    INTEGER(text -> ValueText.integer(text).isPresent()),
    /// A whole number from 0 to 2⁶³−1.
    UNSIGNED(text -> ValueText.unsigned(text).isPresent()),
    /// A whole number from 0 to 2⁶⁴−1.
    UNSIGNED64(text -> ValueText.unsigned64(text).isPresent()),
    /// A port from 0 to 65535; `-` for none.
    PORT(text -> ValueText.isNone(text) || ValueText.port(text).isPresent()),
    /// `0` or `1`.
    FLAG(text -> ValueText.flag(text).isPresent()),
    /// A time without zone, `MM/dd/yyyy HH:mm:ss.SSS`.
    TIME(text -> ValueText.time(text).isPresent()),
    /// An identifier that is written in braces and upper case.
    GUID(text -> ValueText.guid(text).isPresent()),
    /// An identifier that is written without braces in lower case.
    TERMINAL_GUID(text -> ValueText.guid(text).isPresent()),
    /// 64 hexadecimal digits.
    SHA256(text -> ValueText.hexadecimal(text, 64).isPresent()),
    /// 40 hexadecimal digits.
    SHA1(text -> ValueText.hexadecimal(text, 40).isPresent()),
    /// 32 hexadecimal digits.
    MD5(text -> ValueText.hexadecimal(text, 32).isPresent()),
    /// Bytes of two hexadecimal digits with spaces between them.
    HEX_BYTES(text -> ValueText.hexBytes(text).isPresent()),
    /// A number of up to 64 bits, `0x` and hexadecimal digits.
    HEX_NUMBER(text -> ValueText.hexNumber(text).isPresent()),
    /// An IPv4 or IPv6 address; `-` for none.
    ADDRESS(text -> ValueText.isNone(text) || ValueText.address(text).isPresent()),
    /// Addresses with commas between them.
    ADDRESSES(text -> ValueText.addresses(text).isPresent()),
    /// Hardware addresses, bytes with colons, with commas between the addresses.
    MAC(text -> ValueText.macs(text).isPresent()),
    /// A Windows security identifier, `S-1-…`.
    SID(text -> ValueText.sid(text).isPresent()),
    /// Words with colons between them.
    CODES(text -> ValueText.codes(text).isPresent()),
    /// A name and its number, `Network(3)`.
    NAME_AND_NUMBER(text -> ValueText.namedNumber(text).isPresent());

    private final Predicate<String> fitting;

    ValueType(Predicate<String> fitting) {
        this.fitting = fitting;
    }

    /// Whether the text can be understood as this type.
    public boolean fits(String text) {
        return fitting.test(text);
    }
}
