package org.tsurutus.markii.vocabulary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.LocalDateTime;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueTypeTest {
    @ParameterizedTest
    @CsvSource({
        "TEXT, a b",
        "TEXT, ''",
        "PATH, C:\\x y",
        "WORD, ja-JP",
        "INTEGER, -5",
        "INTEGER, 9223372036854775807",
        "UNSIGNED, 0",
        "UNSIGNED64, 18446744073709551615",
        "PORT, 65535",
        "PORT, -",
        "FLAG, 0",
        "TIME, 06/16/2017 13:13:13.890",
        "TIME, 07/04/2018 05:45:50",
        "GUID, {4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}",
        "GUID, 4eeba2f1-fb65-42bf-a258-4121e64fb1d7",
        "TERMINAL_GUID, e4009d1d-9311-4249-9487-a373cde7192c",
        "MD5, 00112233445566778899aabbccddeeFF",
        "HEX_BYTES, 33 00 0a",
        "HEX_NUMBER, 0x3E7",
        "ADDRESS, 10.0.2.15",
        "ADDRESS, ::1",
        "ADDRESS, fe80::1%eth0",
        "ADDRESS, -",
        "ADDRESSES, '172.31.48.118,fe80::5992:af4e:8c90:5591'",
        "MAC, 06:4d:00:f9:a6:d5",
        "MAC, '06:4d:00:f9:a6:d5,52:54:00:12:34:56'",
        "SID, S-1-5-21-3463664321-2923530833-3546627382",
        "CODES, C34:L29:R29",
        "NAME_AND_NUMBER, RemoteInteractive(10)"
    })
    void textsThatFit(ValueType type, String text) {
        assertThat(type.fits(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "WORD, a b",
        "WORD, ''",
        "INTEGER, +5",
        "INTEGER, 9223372036854775808",
        "INTEGER, ٣",
        "UNSIGNED, -1",
        "UNSIGNED, ''",
        "UNSIGNED64, 18446744073709551616",
        "UNSIGNED64, -1",
        "PORT, 65536",
        "FLAG, 2",
        "TIME, 02/30/2017 13:13:13.890",
        "TIME, 2017-06-16 13:13:13",
        "TIME, 06/16/2017 13:13:13.890 +0900",
        "GUID, {4EEBA2F1-FB65-42BF-A258-4121E64FB1D7",
        "GUID, 1-1-1-1-1",
        "SHA256, 00112233445566778899aabbccddeeff",
        "SHA1, xyz",
        "HEX_BYTES, 330",
        "HEX_NUMBER, 3e7",
        "HEX_NUMBER, 0x10000000000000000",
        "ADDRESS, 256.1.1.1",
        "ADDRESS, 1.2.3",
        "ADDRESS, 1.2.3.4.",
        "ADDRESS, localhost",
        "ADDRESS, [::1]",
        "ADDRESS, 1:2",
        "ADDRESSES, '10.0.2.15,'",
        "MAC, 06-4d-00-f9-a6-d5",
        "SID, S-1-5",
        "CODES, C34::L29",
        "NAME_AND_NUMBER, Network",
        "NAME_AND_NUMBER, Network(9999999999)"
    })
    void textsThatDoNotFit(ValueType type, String text) {
        assertThat(type.fits(text)).isFalse();
    }

    @Test
    void textsAreReadAsWhatTheyMean() {
        assertThat(ValueText.integer("-5")).hasValue(-5);
        assertThat(ValueText.unsigned64("18446744073709551615"))
                .contains(new BigInteger("18446744073709551615"));
        assertThat(ValueText.port("445")).hasValue(445);
        assertThat(ValueText.flag("1")).contains(true);
        assertThat(ValueText.time("07/04/2018 05:45:50.5"))
                .contains(LocalDateTime.of(2018, 7, 4, 5, 45, 50, 500_000_000));
        assertThat(ValueText.guid("{4EEBA2F1-FB65-42BF-A258-4121E64FB1D7}"))
                .contains(UUID.fromString("4eeba2f1-fb65-42bf-a258-4121e64fb1d7"));
        assertThat(ValueText.hexNumber("0xFFFFFFFFFFFFFFFF")).hasValue(-1);
        assertThat(ValueText.address("FE80::1%3")).contains("fe80::1%3");
        assertThat(ValueText.codes("C9:C3")).contains(List.of("C9", "C3"));
        assertThat(ValueText.namedNumber("Network(3)")).contains(new NamedNumber("Network", 3));
    }

    @Test
    void noTextWhateverMakesATypeFail() {
        long seed = ThreadLocalRandom.current().nextLong();
        SplittableRandom random = new SplittableRandom(seed);
        String pieces = "0123456789abcdefxS-:./ {}(),%\"\u0000\uD800ソ+";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = random.nextInt(40); length > 0; length--) {
                text.append(pieces.charAt(random.nextInt(pieces.length())));
            }
            for (ValueType type : ValueType.values()) {
                assertThat(type.fits(text.toString()))
                        .as("seed %d, %s", seed, text)
                        .isIn(true, false);
            }
        }
    }

    @Test
    void aVeryLongTextIsAnsweredToo() {
        String digits = "1".repeat(1 << 20);
        for (String text : List.of(digits, "S" + "-1".repeat(1 << 19), "a:".repeat(1 << 19))) {
            for (ValueType type : ValueType.values()) {
                assertThat(type.fits(text))
                        .as(type.name())
                        .isEqualTo(
                                type == ValueType.TEXT
                                        || type == ValueType.PATH
                                        || type == ValueType.WORD
                                        || (type == ValueType.CODES && text.equals(digits)));
            }
        }
    }
}
