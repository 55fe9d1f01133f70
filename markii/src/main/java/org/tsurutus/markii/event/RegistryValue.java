package org.tsurutus.markii.event;

import java.math.BigInteger;
import java.util.Optional;
import java.util.OptionalLong;

/// A registry value. Binary values have neither text nor number.
///
/// @param type `REG_SZ`, `REG_DWORD`
/// @param size in bytes
/// @param text of the types that hold text
/// @param number of the types that hold a number, from 0 to 2⁶⁴−1
/// @param oldNumber the number before
public record RegistryValue(
        Optional<String> type,
        OptionalLong size,
        Optional<String> text,
        Optional<BigInteger> number,
        Optional<BigInteger> oldNumber) {

    static RegistryValue of(Fields fields) {
        return new RegistryValue(
                fields.word("valType"),
                fields.unsigned("valSize"),
                fields.text("valStr"),
                fields.unsigned64("valNum"),
                fields.unsigned64("valOldNum"));
    }
}
