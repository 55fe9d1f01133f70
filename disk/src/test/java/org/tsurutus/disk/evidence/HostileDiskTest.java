package org.tsurutus.disk.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tsurutus.disk.Blocks;
import org.tsurutus.disk.Zeros;

/// Disks that lie about themselves still have a map that covers them once.
class HostileDiskTest {
    private static final int ROUNDS = 4_000;

    @TempDir Path folder;

    /// A disk that is an array, of which single bytes are changed and put back.
    private record Memory(byte[] content) implements Blocks {
        @Override
        public long size() {
            return content.length;
        }

        @Override
        public void read(long at, ByteBuffer into) {
            assertThat(at).isNotNegative();
            int length = Math.clamp(content.length - at, 0, into.remaining());
            if (length > 0) {
                into.put(content, (int) at, length);
            }
            Zeros.fill(into);
        }

        @Override
        public void close() {}
    }

    @Test
    void whateverAByteSaysTheMapCoversTheDiskOnce() throws Exception {
        long seed = 20261123;
        System.out.println("HostileDiskTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (Path disk : List.of(RealDisk.guid(folder), RealDisk.masterBoot(folder))) {
            byte[] content = Files.readAllBytes(disk);
            int[] interesting = interesting(content);
            for (int round = 0; round < ROUNDS; round++) {
                int count = random.nextInt(1, 4);
                int[] places = new int[count];
                byte[] before = new byte[count];
                for (int i = 0; i < count; i++) {
                    places[i] = interesting[random.nextInt(interesting.length)];
                    before[i] = content[places[i]];
                    content[places[i]] = value(random);
                }
                assertCovered(content);
                for (int i = count - 1; i >= 0; i--) {
                    content[places[i]] = before[i];
                }
            }
        }
    }

    @Test
    void disksOfNoiseAndOfOneSectorHaveMaps() {
        SplittableRandom random = new SplittableRandom(7);
        for (int round = 0; round < 500; round++) {
            byte[] content = new byte[512 * random.nextInt(1, 80)];
            random.nextBytes(content);
            content[510] = 0x55;
            content[511] = (byte) 0xaa;
            if (content.length > 1024 && round % 2 == 0) {
                byte[] magic = {'E', 'F', 'I', ' ', 'P', 'A', 'R', 'T'};
                System.arraycopy(magic, 0, content, 512, magic.length);
            }
            if (round % 3 == 0) {
                byte[] name = {'N', 'T', 'F', 'S', ' ', ' ', ' ', ' '};
                System.arraycopy(name, 0, content, 3, name.length);
            }
            assertCovered(content);
        }
    }

    private static byte value(SplittableRandom random) {
        byte[] values = {0, (byte) 0xff, (byte) 0x80, (byte) random.nextInt()};
        return values[random.nextInt(values.length)];
    }

    /// Bytes of the structures that are parsed: tables, boot sectors, the first records of the MFT.
    private static int[] interesting(byte[] content) {
        DiskMap map = DiskMap.of(new Memory(content));
        return map.regions().stream()
                .filter(region ->
                        switch (region.place().structure()) {
                            case DiskStructure.VolumeData _,
                                    DiskStructure.Slack _,
                                    DiskStructure.Unpartitioned _,
                                    DiskStructure.FileAllocationTable _ ->
                                    false;
                            case DiskStructure.MasterBootRecord _,
                                    DiskStructure.ExtendedBootRecord _,
                                    DiskStructure.GptHeader _,
                                    DiskStructure.GptEntries _,
                                    DiskStructure.BootSector _,
                                    DiskStructure.NtfsFile _ ->
                                    true;
                        })
                .flatMapToInt(region -> {
                    int start = (int) region.lba() * 512;
                    int length = (int) Math.min(region.sectors() * 512, 8 * 1024);
                    return IntStream.range(start, start + length);
                })
                .toArray();
    }

    private static void assertCovered(byte[] content) {
        DiskMap map = DiskMap.of(new Memory(content));
        long next = 0;
        for (Region region : map.regions()) {
            assertThat(region.lba()).isEqualTo(next);
            assertThat(region.sectors()).isPositive();
            next = region.end();
        }
        assertThat(next).isEqualTo(content.length / 512);
        for (Volume volume : map.volumes()) {
            assertThat(volume.lba()).isNotNegative();
            assertThat(volume.sectors()).isPositive();
            assertThat(volume.end()).isLessThanOrEqualTo(content.length / 512);
        }
    }
}
