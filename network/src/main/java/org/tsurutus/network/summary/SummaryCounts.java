package org.tsurutus.network.summary;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/// What a summary holds, and what it does not. Zeros are there, too.
///
/// @param frames frames that were read
/// @param lines lines in the file of each topic
/// @param leftOut what is in no summary, by reason
/// @param stopped why the capture was not read to its end, and where
public record SummaryCounts(
        long frames, Map<Topic, Long> lines, Map<LeftOut, Long> leftOut, Optional<String> stopped) {
    public SummaryCounts {
        lines = Collections.unmodifiableMap(new EnumMap<>(lines));
        leftOut = Collections.unmodifiableMap(new EnumMap<>(leftOut));
    }
}
