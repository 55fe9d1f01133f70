package org.tsurutus.markii;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MarkIIRecordTest {
    @Test
    void aKeyInOtherLettersIsFoundWhereTheKeyIsAbsent() {
        MarkIIRecord record = record("sessionId=2 psuser=\"a\"");

        assertThat(record.value("sessionID")).contains("2");
        assertThat(record.value("psUser")).contains("a");
        assertThat(MarkIIWriter.line(record)).endsWith(" sessionId=2 psuser=\"a\"");
    }

    @Test
    void theKeyAsItIsWrittenGoesFirst() {
        assertThat(record("SESSIONID=1 sessionID=2 sessionID=3").value("sessionID")).contains("2");
    }

    private static MarkIIRecord record(String fields) {
        return MarkIIReader.record(Lines.HEADER + " " + fields);
    }
}
