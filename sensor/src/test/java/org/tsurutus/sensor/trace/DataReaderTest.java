package org.tsurutus.sensor.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataReaderTest {
    @Test
    void partsAreTakenOneAfterTheOther() {
        DataReader data = reader(new DataWriter().number(-2).text("日x").bytes(new byte[] {1, 2}));
        assertThat(data.number()).isEqualTo(-2);
        assertThat(data.text(4)).isEqualTo("日x");
        assertThat(data.remaining()).isEqualTo(2);
        assertThat(data.bytes().bytes()).isEqualTo(ByteBuffer.wrap(new byte[] {1, 2}));
    }

    @Test
    void anOddByteOfATextIsLeftOut() {
        DataReader data = reader(new DataWriter().text("ab").number(7));
        assertThat(data.text(3)).isEqualTo("a");
        assertThat(data.remaining()).isEqualTo(5);
    }

    @Test
    void aUnixNameIsUtf8AndOtherBytesStayVisible() {
        byte[] bytes = {'/', (byte) 0xe6, (byte) 0x97, (byte) 0xa5, (byte) 0xff};
        assertThat(reader(new DataWriter().bytes(bytes)).unixName()).isEqualTo("/日\\xff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "ab", "abc"})
    void whatFollowsAttributesIsAligned(String name) {
        DataReader data = reader(new DataWriter().attributes(0x64, 0x42, name).unixName("./x"));
        assertThat(data.attributes()).isEqualTo(new DataReader.ObjectAttributes(0x64, 0x42, name));
        assertThat(data.unixName()).isEqualTo("./x");
    }

    @Test
    void aSecurityDescriptorIsPassedOverAsTheServerDoes() {
        DataWriter writer = new DataWriter().number(1).number(2).number(5).number(2);
        DataReader data = reader(writer.bytes(new byte[4]).text("n").bytes(new byte[2]).number(9));
        assertThat(data.attributes().name()).isEqualTo("n");
        assertThat(data.number()).isEqualTo(9);
    }

    @Test
    void anOddLengthOfANameShiftsNothingThatFollows() {
        DataWriter writer = new DataWriter().number(0).number(0).number(0).number(3);
        DataReader data = reader(writer.text("n").bytes(new byte[2]).number(9));
        assertThat(data.attributes().name()).isEqualTo("n");
        assertThat(data.number()).isEqualTo(9);
    }

    @Test
    void attributesMayBeAbsentOrEndTheData() {
        assertThat(reader(new DataWriter()).attributes())
                .isEqualTo(new DataReader.ObjectAttributes(0, 0, ""));
        DataWriter unaligned = new DataWriter().number(0).number(0).number(0).number(2).text("n");
        DataReader data = reader(unaligned);
        assertThat(data.attributes().name()).isEqualTo("n");
        assertThat(data.remaining()).isZero();
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 5, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void aLengthThatIsNotThereIsRefused(int length) {
        DataReader data = reader(new DataWriter().number(0));
        assertThatThrownBy(() -> data.text(length))
                .isInstanceOf(TraceSyntaxException.class)
                .hasMessageContaining(Integer.toUnsignedString(length) + " bytes");
        assertThatThrownBy(() -> data.skip(length)).isInstanceOf(TraceSyntaxException.class);
        assertThat(data.remaining()).isEqualTo(4);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 1, Integer.MAX_VALUE})
    void attributesThatReachBehindTheDataAreRefused(int length) {
        DataWriter named = new DataWriter().number(0).number(0).number(0).number(length);
        DataWriter described = new DataWriter().number(0).number(0).number(length).number(0);
        assertThatThrownBy(reader(named)::attributes).isInstanceOf(TraceSyntaxException.class);
        assertThatThrownBy(reader(described)::attributes).isInstanceOf(TraceSyntaxException.class);
        assertThatThrownBy(reader(new DataWriter().number(1))::attributes)
                .isInstanceOf(TraceSyntaxException.class);
    }

    @Test
    void aValueKnowsHowLongItWas() {
        DataReader cut = new DataReader(ByteBuffer.wrap(new byte[10]), 1_000);
        cut.skip(4);
        assertThat(cut.bytes().total()).isEqualTo(996);
        assertThat(cut.bytes().cut()).isTrue();
        assertThat(reader(new DataWriter().number(1)).bytes().cut()).isFalse();
    }

    private static DataReader reader(DataWriter writer) {
        byte[] bytes = writer.toBytes();
        return new DataReader(ByteBuffer.wrap(bytes), bytes.length);
    }
}
