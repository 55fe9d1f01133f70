package org.tsurutus.markii.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedBytesTest {
    @Test
    void decimalsOfAnySizeKeepTheirOrder() {
        long seed = System.nanoTime();
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < 20_000; i++) {
            String a = decimal(random);
            String b = decimal(random);
            OrderedBytes left = decimal(a);
            byte[] right = decimal(b).toArray();
            assertThat(Integer.signum(left.compareTo(right)))
                    .as("seed %d: %s %s", seed, a, b)
                    .isEqualTo(new BigInteger(a).compareTo(new BigInteger(b)));
        }
    }

    @Test
    void longsKeepTheirOrder() {
        List<Long> sorted = List.of(Long.MIN_VALUE, -256L, -1L, 0L, 1L, 255L, 256L, Long.MAX_VALUE);
        for (int at = 1; at < sorted.size(); at++) {
            OrderedBytes smaller = new OrderedBytes();
            smaller.addLong(sorted.get(at - 1));
            OrderedBytes larger = new OrderedBytes();
            larger.addLong(sorted.get(at));
            assertThat(smaller.compareTo(larger.toArray())).isNegative();
        }
    }

    @Test
    void aTextStandsBeforeThoseThatItBegins() {
        OrderedBytes shorter = text("ab");
        shorter.addByte(9);
        OrderedBytes longer = text("abc");
        longer.addByte(1);

        assertThat(shorter.compareTo(longer.toArray())).isNegative();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-", "1a", "+1", "１", " 1"})
    void whatIsNoDecimalAddsNothing(String text) {
        OrderedBytes bytes = new OrderedBytes();
        byte[] value = text.getBytes(StandardCharsets.UTF_8);

        assertThat(bytes.addDecimal(value, 0, value.length)).isFalse();
        assertThat(bytes.length()).isZero();
    }

    @Test
    void aNumberOfThousandsOfDigitsIsNoDecimal() {
        byte[] value = "9".repeat(5_000).getBytes(StandardCharsets.US_ASCII);

        assertThat(new OrderedBytes().addDecimal(value, 0, value.length)).isFalse();
    }

    private static String decimal(SplittableRandom random) {
        String digits =
                random.nextBoolean()
                        ? "" + random.nextInt(20)
                        : "" + random.nextLong(1L << random.nextInt(1, 62));
        return (random.nextInt(3) == 0 ? "-" : "")
                + "0".repeat(random.nextInt(3))
                + digits
                + (random.nextInt(9) == 0 ? "0".repeat(random.nextInt(200)) : "");
    }

    private static OrderedBytes decimal(String text) {
        OrderedBytes bytes = new OrderedBytes();
        byte[] value = text.getBytes(StandardCharsets.US_ASCII);
        assertThat(bytes.addDecimal(value, 0, value.length)).isTrue();
        return bytes;
    }

    private static OrderedBytes text(String text) {
        OrderedBytes bytes = new OrderedBytes();
        byte[] value = text.getBytes(StandardCharsets.UTF_8);
        bytes.addText(value, 0, value.length, 100);
        return bytes;
    }
}
