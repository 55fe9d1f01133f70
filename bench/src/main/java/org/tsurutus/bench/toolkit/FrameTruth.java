package org.tsurutus.bench.toolkit;

import java.util.List;
import org.tsurutus.screen.Box;

/// What is on one frame, as it is written beside it in JSON. Boxes are in pixels of the frame.
///
/// @param id the name of the frame's files, without their ending
/// @param seed what the frame's chances were drawn from
/// @param split `tuning` or `test`
/// @param source what drew the frame
/// @param theme the look of the dialog
/// @param language of what is written, for example `en`
/// @param scale how many pixels make one of the toolkit's
/// @param dark whether writing is light on dark
/// @param toolkit what drew the controls
/// @param noise what was done to the picture afterwards
/// @param hidden how much of the dialog is covered
/// @param width of the frame
/// @param height of the frame
/// @param panels the windows that ask something
/// @param controls what may be worked, or is disabled
/// @param intended indexes of the controls that a person who wants to go on would work now
/// @param distractor whether nothing on the frame may be clicked
public record FrameTruth(
        String id,
        long seed,
        String split,
        String source,
        String theme,
        String language,
        double scale,
        boolean dark,
        String toolkit,
        String noise,
        String hidden,
        int width,
        int height,
        List<PanelTruth> panels,
        List<ControlTruth> controls,
        List<Integer> intended,
        boolean distractor) {

    /// A window that asks something.
    ///
    /// @param kind `dialog`, `wizard` or `message_bar`
    /// @param box the window with its title bar
    public record PanelTruth(String kind, Box box, String title) {}

    /// A control of a window.
    ///
    /// @param kind `button`, `link`, `check_box`, `radio_button` or `text_field`
    /// @param box for a check box or a radio button, mark and label
    /// @param label as a person reads it
    /// @param visible the share of the box that nothing covers, 0 to 1
    public record ControlTruth(
            String kind,
            Box box,
            String label,
            boolean enabled,
            boolean isDefault,
            boolean focused,
            boolean checked,
            double visible) {}
}
