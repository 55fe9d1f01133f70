package org.tsurutus.disk.vm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.ResourceLock;

/// Thin disks by ioctl on a real device mapper. The tests share a base (thin disk 0, whose first 16
/// blocks hold 7), and keep to thin disks of their own.
@Tag("guest")
@ExtendWith(SharedVm.class)
@ResourceLock(SharedVm.LOCK)
@Order(2)
@Timeout(240)
class ThinPoolVmTest {
    private static final long SIZE = StorageVm.BASE_SIZE;
    private static final int BLOCK = 64 * 1024;

    private static StorageVm vm;

    @BeforeAll
    static void makeAPoolAndItsBase(StorageVm shared) throws Exception {
        vm = shared;
        vm.makeBase();
        System.out.println("storage VM: up after " + vm.startTime().toMillis() + " ms");
        vm.ask("volume seal base 0 " + SIZE);
    }

    private static void pc(String name, int thin) throws Exception {
        vm.ask("thin snapshot " + thin + " 0");
        vm.ask("volume activate " + name + " " + thin + " " + SIZE);
    }

    private static String extent(int block, int count) {
        return (long) block * BLOCK + "+" + count * BLOCK;
    }

    @Test
    void threePcsShareTheirBaseAndKeepTheirOwnWrites() throws Exception {
        for (int number = 1; number <= 3; number++) {
            pc("win7-x86-pc" + number, number);
        }
        vm.ask("write win7-x86-pc1 0 512 1");
        vm.ask("write win7-x86-pc2 " + (3 * BLOCK + 4096) + " " + 2 * BLOCK + " 2");
        vm.ask("write win7-x86-pc2 " + (SIZE - 512) + " 512 2");

        assertThat(vm.ask("thin written 0 1")).containsExactly(extent(0, 1));
        assertThat(vm.ask("thin written 0 2")).containsExactly(extent(3, 3), extent(1023, 1));
        assertThat(vm.ask("thin written 0 3")).isEmpty();
        assertThat(vm.ask("read win7-x86-pc1 0 512")).containsExactly("1");
        assertThat(vm.ask("read win7-x86-pc1 512 " + BLOCK)).containsExactly("7");
        assertThat(vm.ask("read win7-x86-pc2 0 512")).containsExactly("7");
        assertThat(vm.ask("read win7-x86-pc3 0 " + 16 * BLOCK)).containsExactly("7");
        assertThat(vm.ask("read base 0 " + 16 * BLOCK)).containsExactly("7");
        assertThat(vm.ask("volume size win7-x86-pc2")).containsExactly(SIZE + "");
        assertThat(vm.ask("volume names"))
                .contains("pool", "base", "win7-x86-pc1", "win7-x86-pc2", "win7-x86-pc3");
    }

    @Test
    void aRollbackMakesADiskItsBaseAgain() throws Exception {
        pc("rolled", 10);
        vm.ask("write rolled 0 " + 4 * BLOCK + " 9");
        vm.ask("write rolled " + 40 * BLOCK + " 512 9");

        vm.ask("volume rollback rolled 10 0 " + SIZE);

        assertThat(vm.ask("thin written 0 10")).isEmpty();
        assertThat(vm.ask("read rolled 0 " + 16 * BLOCK)).containsExactly("7");
        assertThat(vm.ask("read rolled " + 40 * BLOCK + " 512")).containsExactly("0");
        vm.ask("volume rollback rolled 10 0 " + SIZE);
        assertThat(vm.ask("read rolled 0 512")).containsExactly("7");
    }

    @Test
    void whatAPcDiscardedIsListedAsWritten() throws Exception {
        pc("discarded", 11);

        vm.shell("blkdiscard -o " + 2 * BLOCK + " -l " + BLOCK + " /dev/mapper/boot/discarded");

        assertThat(vm.ask("thin written 0 11")).containsExactly(extent(2, 1));
        assertThat(vm.ask("read discarded " + 2 * BLOCK + " 512")).containsExactly("0");
        assertThat(vm.ask("thin mapped 11")).containsExactly(extent(0, 2), extent(3, 13));
        assertThat(vm.ask("volume mapped discarded")).containsExactly(15L * BLOCK + "");
    }

    @Test
    void aCheckpointKeepsTheMoment() throws Exception {
        pc("watched", 12);
        vm.ask("write watched 0 512 1");
        vm.ask("thin checkpoint 13 12 watched");
        vm.ask("write watched 0 512 2");
        vm.ask("volume activate moment 13 " + SIZE);

        assertThat(vm.ask("read moment 0 512")).containsExactly("1");
        assertThat(vm.ask("read watched 0 512")).containsExactly("2");
        assertThat(vm.ask("thin written 13 12")).containsExactly(extent(0, 1));
    }

    @Test
    void whatWasCutShortIsFinishedByAskingAgain() throws Exception {
        assertThat(vm.ask("thin snapshot 14 0")).containsExactly("true");
        assertThat(vm.ask("thin snapshot 14 0")).containsExactly("false");
        vm.ask("pool activate");
        vm.ask("volume create unfinished");
        vm.ask("volume activate unfinished 14 " + SIZE);
        vm.ask("volume suspend unfinished");
        vm.ask("volume activate unfinished 14 " + SIZE);
        assertThat(vm.ask("read unfinished 0 512")).containsExactly("7");
        assertThat(vm.attempt("volume activate unfinished 0 " + SIZE).text())
                .contains("the volume boot-unfinished is active with another table")
                .contains("deactivate it first");

        vm.ask("volume deactivate unfinished");
        vm.ask("volume deactivate unfinished");
        assertThat(vm.ask("volume find unfinished")).isEmpty();
        assertThat(vm.ask("thin delete 14")).containsExactly("true");
        assertThat(vm.ask("thin delete 14")).containsExactly("false");
    }

    @Test
    void aPlainFileWhereANodeBelongsIsNotWrittenTo() throws Exception {
        vm.ask("thin snapshot 15 0");
        vm.shell("echo plain > /dev/mapper/boot/plain");

        vm.ask("volume activate plain 15 " + SIZE);

        assertThat(vm.shell("ls -l /dev/mapper/boot/plain").getFirst()).startsWith("brw-------");
        assertThat(vm.ask("read plain 0 512")).containsExactly("7");
    }

    @Test
    void aVolumeThatIsOpenStaysWithItsNode() throws Exception {
        pc("open", 16);
        vm.shell("sleep 1000 < /dev/mapper/boot/open & echo $! > /tmp/holder");

        assertThat(vm.attempt("volume deactivate open").text())
                .contains("DM_DEV_REMOVE boot-open: EBUSY; something still uses it");

        assertThat(vm.ask("read open 0 512")).containsExactly("7");
        vm.shell("kill $(cat /tmp/holder)");
        vm.ask("volume deactivate open");
        assertThat(vm.attempt("write open 0 512 1").text()).contains("NoSuchFileException");
    }

    @Test
    void aMetadataSnapshotLeftByTheDeadIsTakenOver() throws Exception {
        pc("held", 17);
        vm.ask("pool hold boot-pool");
        vm.ask("write held 0 512 1");

        assertThat(vm.ask("thin written 0 17")).containsExactly(extent(0, 1));
    }

    @Test
    void whatIsNotThereIsNamed() throws Exception {
        assertThat(vm.attempt("thin snapshot 18 999").text())
                .contains("DM_TARGET_MSG boot-pool create_snap 18 999: ENODATA; the pool holds no");
        assertThat(vm.attempt("volume activate ghost 998 " + SIZE).text())
                .contains("DM_TABLE_LOAD boot-ghost: 0 131072 thin ");
        assertThat(vm.ask("volume find ghost")).isEmpty();
        assertThat(vm.attempt("pool create").text()).contains("holds something already");
        assertThat(vm.attempt("write base 0 512 1").code()).isNotZero();
        assertThat(vm.ask("volume size base")).isEqualTo(List.of(SIZE + ""));
    }

    @Test
    void whatEachStepTakesIsPrinted() throws Exception {
        vm.ask("thin create 100");
        for (String step :
                List.of(
                        "thin snapshot 10# 100",
                        "volume activate timed# 10# " + SIZE,
                        "volume rollback timed# 10# 100 " + SIZE,
                        "volume deactivate timed#",
                        "thin delete 10#")) {
            // The first round is Java's, which loads its classes.
            List<String> times = vm.ask("repeat 20 " + step);
            System.out.println(
                    "storage VM: "
                            + step
                            + ": "
                            + times.get(10)
                            + " µs, at most "
                            + times.getLast());
            assertThat(times).hasSize(20);
        }
    }
}
