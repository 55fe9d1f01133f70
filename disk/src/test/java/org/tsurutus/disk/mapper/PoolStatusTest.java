package org.tsurutus.disk.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.disk.DiskException;

class PoolStatusTest {
    @Test
    void aPoolInGoodHealthIsRead() {
        PoolStatus status =
                PoolStatus.parse(
                        "1 14/2048 5/2048 - rw no_discard_passdown error_if_no_space - 256 ");

        assertThat(status)
                .isEqualTo(
                        new PoolStatus(
                                1,
                                14,
                                2048,
                                5,
                                2048,
                                OptionalLong.empty(),
                                PoolMode.READ_WRITE,
                                false));
        assertThat(status.freeBytes()).isEqualTo(2043L * 65536);
        assertThat(status.needsRepair()).isFalse();
    }

    @Test
    void aFullPoolNeedsNoRepairButOneWithABadMetadataDoes() {
        PoolStatus full =
                PoolStatus.parse(
                        "0 14/2048 2048/2048 77 out_of_data_space discard_passdown"
                                + " error_if_no_space - 256");
        PoolStatus broken =
                PoolStatus.parse(
                        "0 2048/2048 5/2048 - ro discard_passdown error_if_no_space needs_check"
                                + " 256");

        assertThat(full.mode()).isEqualTo(PoolMode.OUT_OF_DATA_SPACE);
        assertThat(full.heldRoot()).hasValue(77);
        assertThat(full.freeBytes()).isZero();
        assertThat(full.needsRepair()).isFalse();
        assertThat(broken.mode()).isEqualTo(PoolMode.READ_ONLY);
        assertThat(broken.needsCheck()).isTrue();
        assertThat(broken.needsRepair()).isTrue();
    }

    @Test
    void roomForMappingsCountsAsMuchAsRoomForContent() {
        PoolStatus status =
                PoolStatus.parse("0 2024/2048 5/1000000 - rw discard_passdown error_if_no_space");

        assertThat(status.freeBytes()).isEqualTo(24L * 4096 / 96 * 65536);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0 14/2048 5/2048 - rw d error_if_no_space - 256              |
                    0 14/2048 9/9 - out_of_data_space d error_if_no_space - 256  | the pool boot-p is full and fails writes
                    0 32/32 5/9 - ro d error_if_no_space needs_check 256         | metadata is full or could not be written (32 of 32 blocks are used); deactivate it
                    0 14/32 5/9 - rw d error_if_no_space needs_check 256         | thin_repair write /dev/meta to another device
                    Fail                                                         | the pool boot-p has failed; deactivate it (dmsetup remove boot-p)
                    """)
    void whatIsWrongIsOneSentenceWithWhatToDo(String line, @Nullable String words) {
        Optional<String> trouble = PoolStatus.parse(line).trouble("boot-p", Path.of("/dev/meta"));

        if (words == null) {
            assertThat(trouble).isEmpty();
        } else {
            assertThat(trouble.orElseThrow()).contains(words).doesNotContain("\n");
        }
    }

    @Test
    void aPoolThatFailedSaysNothingElse() {
        assertThat(PoolStatus.parse("Fail").mode()).isEqualTo(PoolMode.FAILED);
        assertThat(PoolStatus.parse("Fail").needsRepair()).isTrue();
        assertThat(PoolStatus.parse("Error").freeBytes()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "0 1/2", "0 1 2 - rw", "a 1/2 3/4 - rw", "0 1/2 3/4 - odd x"})
    void whatIsNoStatusIsRefused(String line) {
        assertThatThrownBy(() -> PoolStatus.parse(line)).isInstanceOf(DiskException.class);
    }
}
