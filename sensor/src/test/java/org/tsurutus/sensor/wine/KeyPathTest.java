package org.tsurutus.sensor.wine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyPathTest {
    @ParameterizedTest
    @CsvSource({
        "\\Registry\\A,\\Registry\\B",
        "\\REGISTRY\\a,\\Registry\\B",
        "\\Registry\\A\\x\\A,\\Registry\\B\\x\\A",
        "\\Registry\\AB,\\Registry\\AB",
        "\\Registry,\\Registry",
        "\\Registry\\C\\Registry\\A,\\Registry\\C\\Registry\\A",
    })
    void theKeyAndWhatIsBelowItMove(String path, String moved) {
        assertThat(KeyPath.moved(path, "\\Registry\\A", "\\Registry\\B")).isEqualTo(moved);
    }

    @ParameterizedTest
    @CsvSource({"/a/dir,/b", "/a/dir/x,/b/x", "/a/dirx,/a/dirx", "/a/DIR,/a/DIR", "/a,/a"})
    void ofUnixPathsTooButThereCaseMatters(String path, String moved) {
        assertThat(UnixMove.apply(path, "/a/dir", "/b")).isEqualTo(moved);
    }
}
