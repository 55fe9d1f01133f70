package org.tsurutus.bench.click;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/// What frames are for. No seed is in both splits, and some dialogs, names and wallpapers are in
/// the test split alone.
public enum Split {
    /// May be looked at while a clicker is written.
    @JsonProperty("tuning")
    TUNING(0),
    /// Is for measuring alone.
    @JsonProperty("test")
    TEST(1L << 32);

    private final long firstSeed;

    Split(long firstSeed) {
        this.firstSeed = firstSeed;
    }

    /// The seed of a frame.
    ///
    /// @param index which frame, 0 to 2^32 - 1
    public long seed(long index) {
        return firstSeed + index;
    }

    /// The name in the truth, for example `tuning`.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
