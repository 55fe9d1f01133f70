package org.tsurutus.markii.vocabulary;

import java.math.BigInteger;
import java.net.InetAddress;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads the texts of values. Every method answers with nothing for a text that it cannot read;
/// none throws, asks the network or takes more than linear time, whatever a specimen wrote.
public final class ValueText {
    private static final String NONE = "-";
    private static final int MOST_DIGITS = 20;
    private static final int LONGEST_ADDRESS = 64;
    private static final int HIGHEST_PORT = 65_535;
    private static final BigInteger BITS64 = BigInteger.ONE.shiftLeft(Long.SIZE);
    private static final String OCTET = "(?:25[0-5]|2[0-4][0-9]|1?[0-9]?[0-9])";

    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,%d}".formatted(MOST_DIGITS));
    private static final Pattern GUID =
            Pattern.compile("\\{?([0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})\\}?");
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-fA-F]+");
    private static final Pattern HEX_NUMBER = Pattern.compile("0[xX]([0-9a-fA-F]{1,16})");
    private static final Pattern HEX_BYTES =
            Pattern.compile("[0-9a-fA-F]{2}(?: [0-9a-fA-F]{2}){0,63}");
    private static final Pattern IPV4 =
            Pattern.compile("OCTET(?:\\.OCTET){3}".replace("OCTET", OCTET));
    private static final Pattern MAC = Pattern.compile("[0-9a-fA-F]{2}(?::[0-9a-fA-F]{2}){5}");
    private static final Pattern SID = Pattern.compile("S-1-[0-9]{1,14}(?:-[0-9]{1,10}){1,15}");
    private static final Pattern CODE = Pattern.compile("[0-9A-Za-z]+");
    private static final Pattern NAMED_NUMBER = Pattern.compile("([^()]{1,100})\\(([0-9]{1,9})\\)");
    private static final DateTimeFormatter TIME =
            new DateTimeFormatterBuilder()
                    .appendPattern("MM/dd/uuuu HH:mm:ss")
                    .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
                    .toFormatter(Locale.ROOT)
                    .withResolverStyle(ResolverStyle.STRICT);

    private ValueText() {}

    /// Whether the text says that there is no value, which `"-"` does for computers, addresses and
    /// ports.
    public static boolean isNone(String text) {
        return text.equals(NONE);
    }

    /// A text that is one word, not empty and without white space.
    public static Optional<String> word(String text) {
        return Optional.of(text)
                .filter(word -> !word.isEmpty() && word.chars().noneMatch(Character::isWhitespace));
    }

    /// A whole number of 64 bits with sign.
    public static OptionalLong integer(String text) {
        if (!INTEGER.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(text));
        } catch (NumberFormatException _) {
            return OptionalLong.empty();
        }
    }

    /// A whole number from 0 to 2⁶³−1.
    public static OptionalLong unsigned(String text) {
        return text.startsWith(NONE) ? OptionalLong.empty() : integer(text);
    }

    /// A whole number from 0 to 2⁶⁴−1.
    public static Optional<BigInteger> unsigned64(String text) {
        return Optional.of(text)
                .filter(digits -> INTEGER.matcher(digits).matches())
                .map(BigInteger::new)
                .filter(number -> number.signum() >= 0 && number.compareTo(BITS64) < 0);
    }

    /// A port from 0 to 65535.
    public static OptionalInt port(String text) {
        OptionalLong number = unsigned(text);
        return number.isPresent() && number.getAsLong() <= HIGHEST_PORT
                ? OptionalInt.of((int) number.getAsLong())
                : OptionalInt.empty();
    }

    /// `1` for true, `0` for false.
    public static Optional<Boolean> flag(String text) {
        return Optional.of(text)
                .filter(digit -> digit.equals("0") || digit.equals("1"))
                .map("1"::equals);
    }

    /// A time without a zone, `MM/dd/yyyy HH:mm:ss` with up to nine digits of fraction.
    public static Optional<LocalDateTime> time(String text) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }

    /// An identifier with or without braces.
    public static Optional<UUID> guid(String text) {
        Matcher guid = GUID.matcher(text);
        return guid.matches() && text.startsWith("{") == text.endsWith("}")
                ? Optional.of(UUID.fromString(guid.group(1)))
                : Optional.empty();
    }

    /// So many hexadecimal digits, in lower case.
    public static Optional<String> hexadecimal(String text, int digits) {
        return Optional.of(text)
                .filter(hex -> hex.length() == digits && HEXADECIMAL.matcher(hex).matches())
                .map(hex -> hex.toLowerCase(Locale.ROOT));
    }

    /// Up to 64 bytes, `33 00 0a`, in lower case.
    public static Optional<String> hexBytes(String text) {
        return matching(text, HEX_BYTES).map(hex -> hex.toLowerCase(Locale.ROOT));
    }

    /// The 64 bits of a number such as `0x3e7`.
    public static OptionalLong hexNumber(String text) {
        Matcher number = HEX_NUMBER.matcher(text);
        return number.matches()
                ? OptionalLong.of(Long.parseUnsignedLong(number.group(1), 16))
                : OptionalLong.empty();
    }

    /// An IPv4 or IPv6 address as text, in lower case; a zone such as `%3` is kept.
    public static Optional<String> address(String text) {
        return Optional.of(text)
                .filter(ValueText::isAddress)
                .map(address -> address.toLowerCase(Locale.ROOT));
    }

    /// Addresses with commas between them.
    public static Optional<List<String>> addresses(String text) {
        return list(text, ",", ValueText::isAddress)
                .map(list -> list.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
    }

    /// Hardware addresses with commas between them, in lower case.
    public static Optional<List<String>> macs(String text) {
        return list(text, ",", MAC.asMatchPredicate())
                .map(list -> list.stream().map(each -> each.toLowerCase(Locale.ROOT)).toList());
    }

    /// A Windows security identifier.
    public static Optional<String> sid(String text) {
        return matching(text, SID);
    }

    /// Words of letters and digits with colons between them.
    public static Optional<List<String>> codes(String text) {
        return list(text, ":", CODE.asMatchPredicate());
    }

    /// A name with its number, `Network(3)`.
    public static Optional<NamedNumber> namedNumber(String text) {
        Matcher named = NAMED_NUMBER.matcher(text);
        return named.matches()
                ? Optional.of(new NamedNumber(named.group(1), Integer.parseInt(named.group(2))))
                : Optional.empty();
    }

    private static Optional<String> matching(String text, Pattern pattern) {
        return Optional.of(text).filter(pattern.asMatchPredicate());
    }

    private static Optional<List<String>> list(
            String text, String separator, Predicate<String> element) {
        return Optional.of(List.of(text.split(separator, -1)))
                .filter(list -> list.stream().allMatch(element));
    }

    private static boolean isAddress(String text) {
        if (text.length() > LONGEST_ADDRESS) {
            return false;
        }
        int zone = text.indexOf('%');
        String address = zone < 0 ? text : text.substring(0, zone);
        return address.contains(":") ? isIpv6(address) : IPV4.matcher(text).matches();
    }

    private static boolean isIpv6(String address) {
        if (address.startsWith("[")) {
            return false;
        }
        try {
            return InetAddress.ofLiteral(address) != null;
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
