package org.tsurutus.bench.click;

/// Something on a frame that can be worked.
///
/// @param kind `button`, `link`, `check_box`, `radio_button` or `text_field`
/// @param box its outermost edge; the mark together with the label
/// @param label as a person reads it
/// @param enabled whether it can be worked now
/// @param isDefault whether it looks like the one that the Enter key presses
/// @param focused whether it shows that the keyboard works it
/// @param checked whether a check box or radio button is marked
/// @param visible the share of the box that nothing covers, 0 to 1
public record TrueControl(
        String kind,
        Place box,
        String label,
        boolean enabled,
        boolean isDefault,
        boolean focused,
        boolean checked,
        double visible) {}
