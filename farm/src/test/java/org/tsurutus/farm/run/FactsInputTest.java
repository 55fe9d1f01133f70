package org.tsurutus.farm.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FactsInputTest {
    private final byte[] facts = new byte[300_000];
    private byte[] packed = {};

    @BeforeEach
    void pack() throws IOException {
        long seed = System.nanoTime();
        System.out.println("seed " + seed);
        SplittableRandom random = new SplittableRandom(seed);
        for (int i = 0; i < facts.length; i++) {
            facts[i] = (byte) random.nextInt(8);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (FactsOutput output = new FactsOutput(out)) {
            output.write(facts, 0, facts.length);
        }
        packed = out.toByteArray();
    }

    @Test
    void wholeFactsComeBackAndHaveAnEnd() throws IOException {
        FactsInput in = new FactsInput(new ByteArrayInputStream(packed));

        assertThat(in.readAllBytes()).isEqualTo(facts);
        assertThat(in.cut()).isEmpty();
    }

    @Test
    void whereverTheyAreCutAllBeforeTheBreakComesBack() throws IOException {
        for (int length = 0; length < packed.length; length += 997) {
            FactsInput in = new FactsInput(new ByteArrayInputStream(packed, 0, length));

            byte[] read = in.readAllBytes();

            assertThat(read).isEqualTo(Arrays.copyOf(facts, read.length));
            assertThat(in.cut()).as("cut at %d", length).isPresent();
            // the last block may wait for its codes, no more
            assertThat(read.length)
                    .isGreaterThan((int) (0.9 * facts.length * length / packed.length) - 64_000);
        }
    }

    @Test
    void damageEndsThemAndIsTold() throws IOException {
        byte[] damaged = packed.clone();
        Arrays.fill(damaged, packed.length / 2, packed.length / 2 + 64, (byte) 0xff);

        FactsInput in = new FactsInput(new ByteArrayInputStream(damaged));

        in.readAllBytes();
        assertThat(in.cut()).isPresent();
        assertThat(in.read()).isEqualTo(-1);
    }
}
