package org.tsurutus.windows;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PeImageTest {
    @TempDir Path directory;

    private static PeImage image(Path file) throws Exception {
        return PeImage.read(ByteBuffer.wrap(Files.readAllBytes(file))).orElseThrow();
    }

    private static long objdumpNumber(Path file, String name) throws Exception {
        Matcher line =
                Pattern.compile("^" + name + "\\s+([0-9a-fx]+)", Pattern.MULTILINE)
                        .matcher(Binutils.objdump(file));
        assertThat(line.find()).as(name).isTrue();
        return Long.parseLong(line.group(1).replace("0x", ""), 16);
    }

    @ParameterizedTest
    @CsvSource({
        "i686, -mconsole, x86, CONSOLE",
        "i686, -mwindows, x86, GUI",
        "x86_64, -mconsole, x64, CONSOLE",
        "x86_64, -mwindows, x64, GUI",
    })
    void aCompiledProgramIsSeenAsObjdumpSeesIt(
            String target, String option, String architecture, Subsystem subsystem)
            throws Exception {
        Path file = Binutils.program(directory, target, option);

        assertThat(image(file))
                .isEqualTo(
                        new PeImage(
                                architecture,
                                false,
                                subsystem,
                                false,
                                objdumpNumber(file, "AddressOfEntryPoint")));
        assertThat(objdumpNumber(file, "Subsystem")).isEqualTo(subsystem == Subsystem.GUI ? 2 : 3);
        assertThat(objdumpNumber(file, "Characteristics") & 0x2000).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"i686", "x86_64"})
    void aLibraryIsKnownByItsFlagAndNotByItsName(String target) throws Exception {
        Path library = Binutils.library(directory, target);

        assertThat(image(library).dll()).isTrue();
        assertThat(objdumpNumber(library, "Characteristics") & 0x2000).isEqualTo(0x2000);
    }

    @ParameterizedTest
    @CsvSource({
        "0x14c, x86",
        "0x8664, x64",
        "0xaa64, arm64",
        "0x1c0, arm",
        "0x1c4, arm",
        "0x200, 0x200",
        "0xfefe, 0xfefe"
    })
    void everyMachineHasAName(String machine, String architecture) {
        byte[] head = smallest();
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(68, (short) Integer.decode(machine).intValue());

        assertThat(PeImage.read(ByteBuffer.wrap(head)).orElseThrow().architecture())
                .isEqualTo(architecture);
    }

    @ParameterizedTest
    @CsvSource({"1, NATIVE", "2, GUI", "3, CONSOLE", "0, OTHER", "10, OTHER", "65535, OTHER"})
    void everySubsystemHasAName(int number, Subsystem subsystem) {
        byte[] head = smallest();
        head[64 + 24 + 68] = (byte) number;
        head[64 + 24 + 69] = (byte) (number >> 8);

        assertThat(PeImage.read(ByteBuffer.wrap(head)).orElseThrow().subsystem())
                .isEqualTo(subsystem);
    }

    @Test
    void aProgramForDotNetIsKnownByItsRuntimeDirectory() {
        byte[] head = smallest();
        ByteBuffer bytes = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
        int directories = 64 + 24 + 96;
        bytes.putInt(directories - 4, 16)
                .putInt(directories + 14 * 8, 0x2008)
                .putInt(directories + 14 * 8 + 4, 72);

        assertThat(PeImage.read(bytes).orElseThrow().managed()).isTrue();

        bytes.putInt(directories - 4, 14);
        assertThat(PeImage.read(bytes).orElseThrow().managed())
                .as("a directory past the claimed count is no directory")
                .isFalse();
    }

    @Test
    void headersMayOverlapAsInTheSmallestPrograms() {
        byte[] head = new byte[128];
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0x5a4d)
                .putInt(60, 4)
                .putInt(4, 0x4550)
                .putShort(8, (short) 0x14c)
                .putShort(28, (short) 0x10b);

        assertThat(PeImage.read(ByteBuffer.wrap(head)).map(PeImage::architecture))
                .isEqualTo(Optional.of("x86"));
    }

    @Test
    void whatIsNoPeFileIsEmpty() {
        byte[] elsewhere = smallest();
        ByteBuffer.wrap(elsewhere).order(ByteOrder.LITTLE_ENDIAN).putInt(60, 0xfffffff0);
        byte[] unsigned = smallest();
        unsigned[65] = 'X';
        byte[] otherMagic = smallest();
        otherMagic[64 + 24] = 7;

        assertThat(read(new byte[0])).isEmpty();
        assertThat(read("MZ".getBytes(StandardCharsets.US_ASCII))).isEmpty();
        assertThat(read("#!/bin/sh\necho hello\n".repeat(9).getBytes(StandardCharsets.UTF_8)))
                .isEmpty();
        assertThat(read(elsewhere)).isEmpty();
        assertThat(read(unsigned)).isEmpty();
        assertThat(read(otherMagic)).isEmpty();
    }

    @Test
    void aFileThatEndsBeforeItsSubsystemIsEmptyAndALongerOneIsNot() {
        byte[] head = smallest();
        int enough = 64 + 24 + 70;

        for (int length = 0; length < enough; length++) {
            assertThat(read(Arrays.copyOf(head, length))).as("%d bytes", length).isEmpty();
        }
        assertThat(read(Arrays.copyOf(head, enough))).isPresent();
    }

    @Test
    void theBufferIsReadFromItsPositionAndStaysWhereItIs() {
        ByteBuffer buffer = ByteBuffer.allocate(700);
        buffer.put(100, smallest()).position(100);

        assertThat(PeImage.read(buffer)).isPresent();
        assertThat(buffer.position()).isEqualTo(100);
        assertThat(buffer.order()).isEqualTo(ByteOrder.BIG_ENDIAN);
    }

    @Test
    void damagedHeadersNeverThrow() throws Exception {
        long seed = 20261122;
        System.out.println("PeImageTest seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        byte[] whole = Files.readAllBytes(Binutils.library(directory, "i686"));
        byte[] original = Arrays.copyOf(whole, 1024);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = Arrays.copyOf(original, random.nextInt(original.length + 1));
            for (int change = 0; change < 6 && damaged.length > 0; change++) {
                int near = random.nextBoolean() ? 64 : damaged.length;
                damaged[random.nextInt(Math.min(near, damaged.length))] =
                        (byte) random.nextInt(256);
            }
            assertThatCode(() -> read(damaged)).as("case %d", i).doesNotThrowAnyException();
        }
    }

    private static Optional<PeImage> read(byte[] head) {
        return PeImage.read(ByteBuffer.wrap(head));
    }

    /// A 32-bit console program's headers with nothing behind them.
    private static byte[] smallest() {
        byte[] head = new byte[512];
        ByteBuffer.wrap(head)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort(0, (short) 0x5a4d)
                .putInt(60, 64)
                .putInt(64, 0x4550)
                .putShort(68, (short) 0x14c)
                .putShort(64 + 24, (short) 0x10b)
                .putShort(64 + 24 + 68, (short) 3);
        return head;
    }
}
