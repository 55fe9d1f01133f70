package org.tsurutus.bench.toolkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.TrueControl;

class WindowTreeTest {
    private static final String TREE =
            """
            scene\t3\tAbort|Retry
            #32770\t2496135168\t100\t50\t420\t230\t1\t0\t0\tSetup
            Static\t1342308352\t110\t60\t400\t80\t1\t0\t0\tPlease read.
            Button\t1342242819\t110\t90\t300\t104\t1\t1\t1\tI &accept
            Button\t1342308359\t110\t90\t300\t104\t1\t0\t0\tA group
            Button\t1342242825\t110\t110\t300\t124\t1\t0\t0\tI do
            Edit\t1350631552\t110\t130\t400\t150\t1\t0\t0\tC:\\Viewer\twith a tab
            Edit\t1350633600\t110\t130\t400\t150\t1\t0\t0\tread only
            Button\t1476460545\t340\t190\t400\t214\t0\t0\t0\t&Next >
            """;

    @Test
    void everyControlIsReadAndWhatNobodyWorksIsLeftOut() {
        WindowTree tree = WindowTree.parse(TREE);

        assertThat(tree.kind()).isEqualTo("scene");
        assertThat(tree.number()).isEqualTo(3);
        assertThat(tree.intended()).containsExactly("Abort", "Retry");
        assertThat(tree.title()).isEqualTo("Setup");
        assertThat(tree.panel()).contains(new Place(100, 50, 320, 180));
        assertThat(tree.controls())
                .containsExactly(
                        control("check_box", 110, 90, 190, 14, "I accept", true, false, true),
                        control("radio_button", 110, 110, 190, 14, "I do", true, false, false),
                        control(
                                "text_field",
                                110,
                                130,
                                290,
                                20,
                                "C:\\Viewer\twith a tab",
                                true,
                                false,
                                false),
                        control("button", 340, 190, 60, 24, "Next >", false, true, false));
    }

    private static TrueControl control(
            String kind,
            int x,
            int y,
            int width,
            int height,
            String label,
            boolean enabled,
            boolean isDefault,
            boolean worked) {
        return new TrueControl(
                kind, new Place(x, y, width, height), label, enabled, isDefault, worked, worked, 1);
    }

    @Test
    void theEndHasNoWindow() {
        WindowTree tree = WindowTree.parse("end\t0\t\n");

        assertThat(tree.kind()).isEqualTo("end");
        assertThat(tree.panel()).isEmpty();
        assertThat(tree.controls()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"scene", "scene\tx\t", "scene\t1\t\nButton\t1\t2", ""})
    void aLineOfAnotherFormIsNamed(String text) {
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> WindowTree.parse(text))
                .withMessageContaining("compare gallery.c");
    }
}
