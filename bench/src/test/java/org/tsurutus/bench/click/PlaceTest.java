package org.tsurutus.bench.click;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class PlaceTest {
    private final Place place = new Place(10, 10, 20, 10);

    @Test
    void theOverlapIsWhatIsInBothOfWhatIsInEither() {
        assertThat(place.overlap(place)).isEqualTo(1);
        assertThat(place.overlap(new Place(20, 10, 20, 10))).isCloseTo(1 / 3.0, within(1e-9));
        assertThat(place.overlap(new Place(30, 10, 20, 10))).isZero();
        assertThat(new Place(0, 0, 0, 0).overlap(new Place(0, 0, 0, 0))).isZero();
    }

    @Test
    void whatReachesOutOfTheFrameIsCutOff() {
        assertThat(new Place(-5, 470, 20, 20).within(640, 480))
                .isEqualTo(new Place(0, 470, 15, 10));
    }

    @Test
    void itsRightAndLowerEdgesAreOutside() {
        assertThat(place.contains(10, 10)).isTrue();
        assertThat(place.contains(29, 19)).isTrue();
        assertThat(place.contains(30, 19)).isFalse();
        assertThat(place.contains(29, 20)).isFalse();
    }
}
