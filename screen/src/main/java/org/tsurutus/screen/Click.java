package org.tsurutus.screen;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.time.Instant;
import java.util.List;

/// One click as `clicks.jsonl` tells it.
///
/// @param at wall time of the press
/// @param millis monotonic milliseconds from the run's start to the press
/// @param frame [Frame#sha256()] of the frame that was judged
/// @param before that frame's picture, relative to the run's directory
/// @param after the picture when the screen had settled, relative to the run's directory
/// @param width the frame's width in pixels
/// @param height the frame's height in pixels
/// @param panel what kind of panel the control is on, for example `dialog`
/// @param kind what kind of control it is, for example `button`
/// @param box the control
/// @param label what was read on it
/// @param word the table's word that the label means; empty where it was chosen for something else
/// @param how how it was worked: `click`, `Enter`, `Alt+y`, `Tab and Space`; `Tab, which never
///   reached it` where nothing was pressed because the focus never came
/// @param typed what was typed into it afterwards; empty where nothing was
/// @param score 0 to 1, how sure shape and reading were
/// @param alternatives the other buttons and why not they
/// @param reason the word's intent, or why else it was chosen
/// @param effect whether anything came of it
/// @param changedFraction the fraction of the frame that changed, 0 to 1, without the pointer and
///   the buttons
/// @param reactionMillis from the beginning of the press to the first frame that shows more than a
///   button's own play; where there was none, how long was waited
public record Click(
        @JsonFormat(
                        shape = JsonFormat.Shape.STRING,
                        pattern = "yyyy-MM-dd'T'HH:mm:ss.SSS'Z'",
                        timezone = "UTC")
                Instant at,
        long millis,
        String frame,
        String before,
        String after,
        int width,
        int height,
        String panel,
        String kind,
        Box box,
        String label,
        String word,
        String how,
        String typed,
        double score,
        List<Alternative> alternatives,
        String reason,
        Effect effect,
        double changedFraction,
        long reactionMillis) {
    public Click {
        alternatives = List.copyOf(alternatives);
    }

    /// What came of a click.
    public enum Effect {
        /// The dialog, or enough of the rest of the screen, was not the same afterwards.
        CHANGED,
        /// Nothing but the button itself moved.
        NONE
    }
}
