package org.tsurutus.disk.thin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.mapper.Actions;
import org.tsurutus.disk.store.Canary;
import org.tsurutus.disk.store.DiskName;

class ThinTableTest {
    private static final DiskThin PC =
            DiskThin.fresh("pc1", "win7", 3).checkpointed("boot", 5).checkpointed("infected", 1);
    private static final ThinTable TABLE =
            ThinTable.EMPTY
                    .with(
                            new GoldenThin(
                                    "win7",
                                    0,
                                    1 << 20,
                                    new Canary(List.of(new Canary.Probe(0, 512, "00")))))
                    .with(new Arrival("win8", 2, 77))
                    .with(PC)
                    .loosen(List.of(4));

    @TempDir Path folder;

    @Test
    void aNumberIsGivenOnceWhateverItIsUsedFor() {
        assertThat(ThinTable.EMPTY.unusedNumber()).isZero();
        assertThat(TABLE.unusedNumber()).isEqualTo(6);
        assertThat(TABLE.without(4).unusedNumber()).isEqualTo(4);
        assertThat(TABLE.without(PC).unusedNumber()).isOne();
    }

    @Test
    void aDiskIsReplacedByOneOfItsName() {
        ThinTable rolledBack = TABLE.with(DiskThin.fresh("pc1", "win7", 6)).loosen(PC.numbers());

        assertThat(rolledBack.disks()).containsExactly(DiskThin.fresh("pc1", "win7", 6));
        assertThat(rolledBack.loose()).containsExactly(4, 3, 5, 1);
    }

    @Test
    void whatIsNotedIsReadAgain() {
        ThinNotes notes = new ThinNotes(folder, Actions.real());
        assertThat(notes.load()).isEqualTo(ThinTable.EMPTY);

        notes.save(TABLE);

        assertThat(new ThinNotes(folder, Actions.real()).load()).isEqualTo(TABLE);
    }

    @Test
    void aRehearsalNotesNothing() {
        new ThinNotes(folder, Actions.rehearsal(_ -> {})).save(TABLE);

        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aTableThatIsNoneIsRefused() throws Exception {
        Files.writeString(folder.resolve("thin.json"), "{\"goldens\":");

        assertThatThrownBy(() -> new ThinNotes(folder, Actions.real()).load())
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("cannot read " + folder.resolve("thin.json"));
    }

    @Test
    void whatIsNotThereIsNamed() {
        assertThatThrownBy(() -> TABLE.disk(new DiskName("pc2")))
                .hasMessage("there is no disk pc2");
        assertThatThrownBy(() -> TABLE.golden(new DiskName("win9")))
                .hasMessageContaining("no golden image win9");
    }
}
