package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MalformedLineTest {
    private static final String HEADER = Lines.HEADER;

    static Stream<Arguments> malformed() {
        return Stream.of(
                Arguments.of("", "the line is empty"),
                Arguments.of("12/31/2022", "shorter than its header"),
                Arguments.of(HEADER, "no field"),
                Arguments.of(HEADER + " ", "no field"),
                Arguments.of(HEADER + "a=1", "column 30: a space must stand before a field"),
                Arguments.of(HEADER + " a=1 ", "column 35: no key"),
                Arguments.of(HEADER + " a=1  b=2", "column 35: no key"),
                Arguments.of(HEADER + " a", "column 32: no = after a key"),
                Arguments.of(HEADER + " a b=1", "column 32: no = after a key"),
                Arguments.of(HEADER + " 1a=1", "column 31: no key"),
                Arguments.of(HEADER + " ключ=1", "column 31: no key"),
                Arguments.of(HEADER + " a=\"b c", "column 33: a quote that is never closed"),
                Arguments.of(HEADER + " a=\"\"\"b\"\"", "column 33: a quote that is never closed"),
                Arguments.of(HEADER + " a=\"b\"c=1", "column 36: a space must stand before"),
                Arguments.of(HEADER + " a=\"b\\\" c\"", "column 39: no = after a key"),
                Arguments.of(HEADER + " a=b\rc", "column 34: a carriage return"),
                Arguments.of(HEADER + " a=b\0c", "column 34: a NUL"),
                Arguments.of("13/45/2000 23:59:59.007 +0900 a=1", "does not begin with"),
                Arguments.of("02/30/2022 23:59:59.007 +0900 a=1", "does not begin with"),
                Arguments.of("12/31/2022 25:59:59.007 +0900 a=1", "does not begin with"),
                Arguments.of("12/31/2022 23:59:59.1234567 +0900 a=1", "must stand before"),
                Arguments.of("12/31/2022 23:59:59. +0900 a=1 bb=2", "does not begin with"),
                Arguments.of("12/31/2022 23:59:59.007 0900 a=1", "column 25: no key"),
                Arguments.of("12/31/2022 23:59:59.007 +9900 a=1", "does not begin with"),
                Arguments.of("１2/31/2022 23:59:59.007 +0900 a=1", "does not begin with"),
                Arguments.of("\u001A" + HEADER + " a=1", "does not begin with"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void aMalformedLineIsKeptWithItsReasonAndTheNextLineIsRead(String bad, String reason) {
        assertThat(Lines.read(bad + "\n" + HEADER + " good=1\n"))
                .satisfiesExactly(
                        line -> {
                            assertThat(line).isInstanceOf(Line.Malformed.class);
                            Line.Malformed malformed = (Line.Malformed) line;
                            assertThat(malformed.reason()).contains(reason);
                            assertThat(malformed.text()).isEqualTo(bad);
                        },
                        line -> assertThat(line).isInstanceOf(Line.Entry.class));
    }

    static Stream<String> oddButWhole() {
        return Stream.of(
                HEADER + " sn=notANumber evt=ps",
                HEADER + " sn= evt= subEvt=",
                HEADER + " evt=ps evt=file",
                HEADER + " type=SOMETHING",
                HEADER + " a=tab\there",
                "12/31/2022 23:59:59 +0900 a=1 bb=2",
                "12/31/2022 23:59:59.1 +0900 a=1",
                "12/31/2022 23:59:59.123456 -0330 a=1",
                "12/31/2022 23:59:59.007 -0000 a=1",
                "12/31/2022 23:59:59.007 a=1",
                "12/31/2022 23:59:59 a=1",
                HEADER + " a=\"\u001A\"");
    }

    @ParameterizedTest
    @MethodSource("oddButWhole")
    void whatIsOddButWholeIsARecord(String line) {
        assertThat(MarkIIWriter.line(MarkIIReader.record(line))).isEqualTo(line);
    }
}
