package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DnsQuestionTest {
    private static final String QUERY = "\0\1\1\0\0\1\0\0\0\0\0\0";
    private static final String NAME = "\3www\7example\3com\0";
    private static final String ADDRESS = "\0\1\0\1";

    @Test
    void theNameIsThatOfTheFirstQuestion() {
        assertThat(name(QUERY + NAME + ADDRESS)).contains("www.example.com");
        assertThat(name(QUERY + NAME)).contains("www.example.com");
        assertThat(name(QUERY + NAME + ADDRESS + "\1x\0" + ADDRESS)).contains("www.example.com");
    }

    @Test
    void theRootHasAnEmptyName() {
        assertThat(name(QUERY + "\0" + ADDRESS)).contains("");
    }

    @Test
    void theBuffersOrderAndPositionDoNotMatter() {
        ByteBuffer bytes = bytes("junk" + QUERY + NAME).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(DnsQuestion.name(bytes.position(4))).contains("www.example.com");
        assertThat(bytes.position()).isEqualTo(4);
    }

    @Test
    void anAnswerIsNoQuestion() {
        assertThat(name("\0\1\u0081\0\0\1\0\1\0\0\0\0" + NAME + ADDRESS)).isEmpty();
    }

    @Test
    void aQueryWithoutQuestionsAsksNothing() {
        assertThat(name("\0\1\1\0\0\0\0\0\0\0\0\0" + NAME)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\3ww", "\3www", "\3www\3", "\u00c0\u000c", "\u0040" + "x"})
    void aNameWithoutEndOrWithAnythingButLabelsIsNone(String name) {
        assertThat(name(QUERY + name)).isEmpty();
    }

    @Test
    void aNameLongerThanAnyIsNone() {
        String label = "\u003f" + "x".repeat(63);
        assertThat(name(QUERY + label.repeat(3) + "\0")).isPresent();
        assertThat(name(QUERY + label.repeat(5) + "\0")).isEmpty();
    }

    @Test
    void anyPartOfADatagramIsRead() {
        String whole = QUERY + NAME + ADDRESS;
        int enough = QUERY.length() + NAME.length();
        for (int size = 0; size <= whole.length(); size++) {
            assertThat(name(whole.substring(0, size)).isPresent()).isEqualTo(size >= enough);
        }
    }

    @Test
    void randomBytesNeverStopTheReader() {
        long seed = 53;
        SplittableRandom random = new SplittableRandom(seed);
        for (int round = 0; round < 10_000; round++) {
            byte[] payload = new byte[random.nextInt(600)];
            random.nextBytes(payload);
            if (payload.length > 2) {
                payload[2] &= 0x7f;
            }
            Optional<String> name = DnsQuestion.name(ByteBuffer.wrap(payload));
            assertThat(name.map(String::length).orElse(0))
                    .as("seed %d round %d", seed, round)
                    .isLessThanOrEqualTo(255 + 64);
        }
    }

    private static Optional<String> name(String payload) {
        return DnsQuestion.name(bytes(payload));
    }

    private static ByteBuffer bytes(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.ISO_8859_1));
    }
}
