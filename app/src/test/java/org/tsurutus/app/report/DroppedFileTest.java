package org.tsurutus.app.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.markii.MarkIIReader;

class DroppedFileTest {
    private static final String HEADER = "11/22/2026 21:00:00.000 +0900 ";

    @ParameterizedTest
    @CsvSource({
        "evt=file subEvt=close path=a read=9 write=0 new=0, ''",
        "evt=file subEvt=close path=a write=9 new=0, a",
        "evt=file subEvt=close path=a write=0 new=1, a",
        "evt=file subEvt=close path=a new=0, a",
        "evt=file subEvt=copy path=a dstPath=b, b",
        "evt=file subEvt=create path=a, ''",
        "evt=reg subEvt=close path=a write=9, ''"
    })
    void aFileIsDroppedWhereContentWasLeft(String fields, String dropped) {
        assertThat(
                        DroppedFile.key(MarkIIReader.record(HEADER + fields))
                                .map(DroppedFile.Key::path)
                                .orElse(""))
                .isEqualTo(dropped);
    }
}
