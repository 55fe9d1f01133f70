package org.tsurutus.disk.mapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.DiskException;
import org.tsurutus.disk.HostTool;

class ControlBlockTest {
    /// What the kernel's own header makes of the same request.
    private static final String REQUEST =
            """
            #include <linux/dm-ioctl.h>
            #include <stddef.h>
            #include <stdio.h>
            #include <string.h>
            #include <sys/ioctl.h>
            static char block[312 + 96];
            int main(void) {
                struct dm_ioctl *head = (struct dm_ioctl *)block;
                struct dm_target_spec *spec = (struct dm_target_spec *)(block + sizeof *head);
                head->version[0] = 4;
                head->data_size = sizeof block;
                head->data_start = sizeof *head;
                head->target_count = 2;
                head->flags = DM_READONLY_FLAG;
                strcpy(head->name, "boot-pc1");
                spec->length = 131072;
                strcpy(spec->target_type, "thin");
                strcpy((char *)(spec + 1), "253:0 5");
                spec->next = 48;
                spec = (struct dm_target_spec *)((char *)spec + 48);
                spec->sector_start = 131072;
                spec->length = 8;
                strcpy(spec->target_type, "zero");
                spec->next = 48;
                for (size_t i = 0; i < sizeof block; i++) printf("%02x", (unsigned char)block[i]);
                printf("\\n%lu %lu %lu %lu %lu\\n", DM_VERSION, DM_DEV_CREATE, DM_DEV_SUSPEND,
                       DM_TABLE_LOAD, DM_TARGET_MSG);
                printf("%d %d %d %d %d\\n", DM_SUSPEND_FLAG, DM_STATUS_TABLE_FLAG,
                       DM_ACTIVE_PRESENT_FLAG, DM_INACTIVE_PRESENT_FLAG, DM_BUFFER_FULL_FLAG);
                printf("%zu %zu\\n", offsetof(struct dm_ioctl, open_count), offsetof(struct dm_ioctl, dev));
                return 0;
            }
            """;

    @TempDir Path folder;

    @Test
    void aRequestIsWhatTheKernelsOwnHeaderMakesOfIt() throws Exception {
        List<Target> table =
                List.of(
                        new Target(0, 131072, "thin", "253:0 5"),
                        new Target(131072, 8, "zero", ""));
        byte[] encoded = Target.encode(table);
        ControlBlock block =
                new ControlBlock("boot-pc1", ControlBlock.READ_ONLY, encoded.length)
                        .with(encoded, table.size());
        Path source = Files.writeString(folder.resolve("request.c"), REQUEST);
        Path program = folder.resolve("request");
        HostTool.of("gcc", "-o", program.toString(), source.toString()).run();

        List<String> expected = HostTool.of(program.toString()).run().lines().toList();

        byte[] bytes = block.memory().toArray(ValueLayout.JAVA_BYTE);
        assertThat(HexFormat.of().formatHex(bytes)).isEqualTo(expected.getFirst());
        assertThat(expected.get(1))
                .isEqualTo(
                        Call.DM_VERSION.request()
                                + " "
                                + Call.DM_DEV_CREATE.request()
                                + " "
                                + Call.DM_DEV_SUSPEND.request()
                                + " "
                                + Call.DM_TABLE_LOAD.request()
                                + " "
                                + Call.DM_TARGET_MSG.request());
        assertThat(expected.get(2))
                .isEqualTo(
                        ControlBlock.SUSPEND
                                + " "
                                + ControlBlock.TABLE_WANTED
                                + " "
                                + ControlBlock.ACTIVE
                                + " "
                                + ControlBlock.INACTIVE
                                + " "
                                + ControlBlock.BUFFER_FULL);
        assertThat(expected.get(3)).isEqualTo("24 40");
    }

    @Test
    void whatTheKernelClaimsOfItsAnswerIsBounded() {
        ControlBlock block = new ControlBlock("x", 0, 64);
        MemorySegment memory = block.memory();
        for (int claim : new int[] {-1, Integer.MIN_VALUE, 0, 311, 100_000, Integer.MAX_VALUE}) {
            memory.set(ValueLayout.JAVA_INT, 12, claim);
            memory.set(ValueLayout.JAVA_INT, 16, claim);
            assertThat(block.data().capacity()).isBetween(0, 64);
        }
    }

    @Test
    void aNameThatIsTooLongIsRefused() {
        assertThatThrownBy(() -> new ControlBlock("x".repeat(128), 0, 0))
                .isInstanceOf(DiskException.class)
                .hasMessageContaining("longer than 127 bytes");
    }

    @Test
    void brokenAnswersAreRefusedAndNeverReadBeyond() {
        long seed = 20261123;
        System.out.println("ControlBlockTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] good =
                Target.encode(List.of(new Target(0, 8, "zero", ""), new Target(8, 8, "error", "")));
        for (int i = 0; i < 20_000; i++) {
            byte[] bytes = good.clone();
            for (int change = 0; change < 4; change++) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
            }
            int length = random.nextInt(bytes.length + 1);
            ByteBuffer answer = ByteBuffer.wrap(bytes, 0, length).slice();
            try {
                List<Target> targets =
                        new ArrayList<>(
                                Target.decode(
                                        answer.order(ByteOrder.LITTLE_ENDIAN), random.nextInt(4)));
                assertThat(targets).hasSizeLessThan(4);
            } catch (DiskException e) {
                assertThat(e).hasMessageContaining("the device mapper");
            }
        }
    }
}
