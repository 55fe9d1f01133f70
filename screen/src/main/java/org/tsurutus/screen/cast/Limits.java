package org.tsurutus.screen.cast;

import java.time.Duration;
import org.tsurutus.screen.ScreenException;

/// How large a screencast may become.
///
/// @param bytes of the file, 1 KiB or more
/// @param framesPerSecond how many of a screen that never rests, 1 to 1000; the last one before a
///   rest is kept beside them
public record Limits(long bytes, int framesPerSecond) {
    /// 64 MiB and four frames a second.
    public static final Limits STANDARD = new Limits(64L << 20, 4);

    private static final int LEAST_BYTES = 1024;
    private static final int MOST_FRAMES = 1000;

    public Limits {
        if (bytes < LEAST_BYTES || framesPerSecond < 1 || framesPerSecond > MOST_FRAMES) {
            throw new ScreenException(
                    "no screencast has %d bytes and %d frames a second; take %d bytes or more and 1 to %d frames"
                            .formatted(bytes, framesPerSecond, LEAST_BYTES, MOST_FRAMES));
        }
    }

    long millisBetweenFrames() {
        return Duration.ofSeconds(1).toMillis() / framesPerSecond;
    }
}
