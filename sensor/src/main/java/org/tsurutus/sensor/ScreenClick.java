package org.tsurutus.sensor;

/// What the lab's clicker did to a control on the PC's screen, as the host saw it. Labels are read
/// from a screen that a specimen paints; every text is cut to [#LONGEST_TEXT] characters.
///
/// @param guestNanos the guest's monotonic clock at the press, in nanoseconds
/// @param panel what the control was on, `dialog`
/// @param control what kind it was, `button`
/// @param label what was read on it
/// @param box where it was, in pixels: `left,top,width,height`
/// @param how how it was worked, `click`
/// @param typed what was typed into it; empty for nothing
/// @param word the word that the label means; empty where it was chosen for something else
/// @param reason why it was chosen
/// @param effect `changed` or `none`
/// @param reactionMillis milliseconds from the press to the screen's first change, or how long was
///   waited
/// @param frame the first digits of the hash of the frame that was judged
public record ScreenClick(
        long guestNanos,
        String panel,
        String control,
        String label,
        String box,
        String how,
        String typed,
        String word,
        String reason,
        String effect,
        long reactionMillis,
        String frame) {
    /// The longest text, in UTF-16 characters.
    public static final int LONGEST_TEXT = 200;

    public ScreenClick {
        panel = cut(panel);
        control = cut(control);
        label = cut(label);
        box = cut(box);
        how = cut(how);
        typed = cut(typed);
        word = cut(word);
        reason = cut(reason);
        effect = cut(effect);
        frame = cut(frame);
    }

    private static String cut(String text) {
        return text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) : text;
    }
}
