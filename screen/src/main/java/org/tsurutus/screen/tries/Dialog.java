package org.tsurutus.screen.internal;

import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Button;
import org.tsurutus.screen.Frame;

/// What a button belongs to.
///
/// @param region the panel that it lies on
/// @param buttons the buttons on that panel
/// @param look what it looks like, without its buttons, whose looks follow pointer and focus
public record Dialog(Box region, List<Button> buttons, Look look) {
    /// A panel this much wider than high is only the strip of buttons at a dialog's foot.
    private static final int STRIP = 3;

    /// The dialog around a button: the unbroken paint that the button lies on.
    ///
    /// @param all the buttons of the frame
    public static Dialog around(Frame frame, Button button, List<Button> all) {
        Box region = withTextAbove(Paint.around(frame, button.box()));
        List<Button> buttons = all.stream().filter(each -> region.contains(each.box())).toList();
        List<Box> boxes = buttons.stream().map(Button::box).toList();
        return new Dialog(region, buttons, Look.of(frame, region, boxes));
    }

    /// The boxes of its buttons.
    public List<Box> boxes() {
        return buttons.stream().map(Button::box).toList();
    }

    private static Box withTextAbove(Box panel) {
        if (panel.width() < panel.height() * STRIP) {
            return panel;
        }
        int above = Math.min(panel.y(), panel.width() / 2);
        return new Box(panel.x(), panel.y() - above, panel.width(), panel.height() + above);
    }

    /// Whether a person would call both the same dialog, wherever on the screen they are.
    boolean isLike(Dialog other) {
        return labels().equals(other.labels()) && look.isLike(other.look);
    }

    /// What is read on its buttons.
    public List<String> labels() {
        return buttons.stream().map(Button::label).toList();
    }
}
