package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.bench.BenchException;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.ScreenException;

class XwdPictureTest {
    private static final int NAME = 8;
    private static final int HEADER = 100 + NAME;
    private static final int COLOURS = 2;

    /// A dump of two by two pixels with a pad of four bytes behind each row.
    private static byte[] dump() {
        ByteBuffer dump = ByteBuffer.allocate(HEADER + COLOURS * 12 + 2 * 12);
        int[] header = {
            HEADER, 7, 2, 24, 2, 2, 0, 0, 32, 0, 32, 32, 12, 4, 0xFF0000, 0xFF00, 0xFF, 8, 256,
            COLOURS, 2, 2, 0, 0, 0
        };
        Arrays.stream(header).forEach(dump::putInt);
        dump.position(HEADER + COLOURS * 12);
        int[] pixels = {0x112233, 0x445566, 0, 0x778899, 0xAABBCC, 0};
        Arrays.stream(pixels).map(Integer::reverseBytes).forEach(dump::putInt);
        return dump.array();
    }

    private static byte[] dumpWith(int offset, int value) {
        byte[] dump = dump();
        ByteBuffer.wrap(dump).putInt(offset, value);
        return dump;
    }

    @Test
    void pixelsStandWhereTheDumpHasThem() {
        Frame frame = XwdPicture.parse(dump());

        assertThat(frame.width()).isEqualTo(2);
        assertThat(frame.height()).isEqualTo(2);
        assertThat(new int[] {frame.at(0, 0), frame.at(1, 0), frame.at(0, 1), frame.at(1, 1)})
                .containsExactly(0x112233, 0x445566, 0x778899, 0xAABBCC);
    }

    @ParameterizedTest
    @CsvSource({"4, 6, version", "8, 1, format", "44, 16, bits a pixel", "56, 255, red mask"})
    void anotherFormIsNamed(int offset, int value, String what) {
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> XwdPicture.parse(dumpWith(offset, value)))
                .withMessageContaining(what + " " + value)
                .withMessageContaining("start Xvfb with 24 bits");
    }

    @Test
    void aDumpThatIsCutShortIsRefused() {
        byte[] dump = dump();
        for (int length = 0; length < dump.length; length++) {
            byte[] cut = Arrays.copyOf(dump, length);
            assertThatExceptionOfType(BenchException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> XwdPicture.parse(cut))
                    .withMessageContaining("has " + length + " bytes");
        }
    }

    @Test
    void noHeaderMakesItReadOutsideTheDump() {
        long seed = 20261123;
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            byte[] damaged = dumpWith(random.nextInt(25) * 4, random.nextInt());
            try {
                assertThat(XwdPicture.parse(damaged).width()).as("seed %d", seed).isPositive();
            } catch (BenchException | ScreenException refused) {
                assertThat(refused).as("seed %d", seed).message().isNotBlank();
            }
        }
    }
}
