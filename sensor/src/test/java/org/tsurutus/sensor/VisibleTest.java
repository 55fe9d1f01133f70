package org.tsurutus.sensor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {
    @Test
    void nothingThatBreaksALineIsLeft() {
        assertThat(Visible.text("a\r\nb\0\u007f\u2028\ud800x\ud83d\ude00"))
                .isEqualTo("a\u240d\u240ab\u2400\u2421\\x2028\\xd800x\ud83d\ude00");
    }
}
