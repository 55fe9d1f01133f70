package org.tsurutus.markii.event;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.vocabulary.ValueText;

/// The values of a record by type; empty where the value is absent or its text is of another type.
record Fields(MarkIIRecord record) {

    Optional<String> text(String key) {
        return record.value(key);
    }

    /// A text for which `-` stands for none.
    Optional<String> name(String key) {
        return text(key).filter(name -> !ValueText.isNone(name));
    }

    Optional<String> word(String key) {
        return text(key).flatMap(ValueText::word);
    }

    OptionalLong integer(String key) {
        return text(key).map(ValueText::integer).orElse(OptionalLong.empty());
    }

    OptionalLong unsigned(String key) {
        return text(key).map(ValueText::unsigned).orElse(OptionalLong.empty());
    }

    Optional<BigInteger> unsigned64(String key) {
        return text(key).flatMap(ValueText::unsigned64);
    }

    OptionalLong hexNumber(String key) {
        return text(key).map(ValueText::hexNumber).orElse(OptionalLong.empty());
    }

    OptionalInt port(String key) {
        return text(key).map(ValueText::port).orElse(OptionalInt.empty());
    }

    Optional<Boolean> flag(String key) {
        return text(key).flatMap(ValueText::flag);
    }

    Optional<AssumedTime> time(String key) {
        return text(key)
                .flatMap(ValueText::time)
                .map(local -> AssumedTime.of(local, record.time().getOffset()));
    }

    Optional<String> hexadecimal(String key, int digits) {
        return text(key).flatMap(value -> ValueText.hexadecimal(value, digits));
    }

    Optional<String> address(String key) {
        return text(key).flatMap(ValueText::address);
    }

    Optional<UUID> guid(String key) {
        return text(key).flatMap(ValueText::guid);
    }

    List<String> list(String key, Function<String, Optional<List<String>>> reading) {
        return text(key).flatMap(reading).orElse(List.of());
    }

    Account account(String userKey, String domainKey) {
        return new Account(text(userKey), text(domainKey));
    }

    ProcessReference process(String guidKey, String pathKey) {
        return new ProcessReference(guid(guidKey), text(pathKey));
    }

    FileLocation location(String pathKey, String shareKey, String driveKey) {
        return new FileLocation(text(pathKey), text(shareKey), word(driveKey));
    }

    Endpoint endpoint(String nameKey, String addressKey, String portKey) {
        return new Endpoint(name(nameKey), address(addressKey), port(portKey));
    }
}
