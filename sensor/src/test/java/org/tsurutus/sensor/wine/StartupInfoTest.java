package org.tsurutus.sensor.wine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tsurutus.sensor.trace.Call;
import org.tsurutus.sensor.trace.DataReader;
import org.tsurutus.sensor.trace.DataWriter;
import org.tsurutus.sensor.trace.Fields;
import org.tsurutus.sensor.trace.RecordWriter;
import org.tsurutus.sensor.trace.TraceSyntaxException;

class StartupInfoTest {
    @Test
    void handlesImageAndCommandLineAreFoundWhereverTheyLie() {
        DataWriter data = new DataWriter().bytes(new byte[12]).number(1).number(-2).number(3);
        data.bytes(new byte[36]).number(6).number(2).number(10).number(8).bytes(new byte[16]);
        data.text("dir").text("d").text("\\??\\x").text("x 日y").text("title and environment");
        assertThat(StartupInfo.read(reader(data)))
                .isEqualTo(new StartupInfo(List.of(1, -2, 3), "\\??\\x", "x 日y", ""));
    }

    @Test
    void emptyTextsAreEmpty() {
        assertThat(StartupInfo.read(reader(new DataWriter().startup(0, 0, 0, "", ""))))
                .isEqualTo(new StartupInfo(List.of(0, 0, 0), "", "", ""));
    }

    @Test
    void aTextThatReachesBehindTheDataIsRefused() {
        for (int text = 0; text < 4; text++) {
            DataWriter data = new DataWriter().bytes(new byte[60 + 4 * text]).number(5);
            data.bytes(new byte[28 - 4 * text]).text("ab");
            assertThatThrownBy(() -> StartupInfo.read(reader(data)))
                    .isInstanceOf(TraceSyntaxException.class);
        }
    }

    @Test
    void lessThanTheNumbersIsRefused() {
        byte[] whole = new DataWriter().startup(0, 0, 0, "", "").toBytes();
        List<Integer> refused = new ArrayList<>();
        for (int size = 0; size < whole.length; size++) {
            DataReader data = reader(new DataWriter().bytes(new byte[size]));
            assertThatThrownBy(() -> StartupInfo.read(data))
                    .isInstanceOf(TraceSyntaxException.class);
            refused.add(size);
        }
        assertThat(refused).hasSize(92);
    }

    private static DataReader reader(DataWriter data) {
        return RecordWriter.exchange(
                        0, 0, Call.NEW_PROCESS, Fields.none().data(data), 0, Fields.none())
                .request()
                .read();
    }
}
