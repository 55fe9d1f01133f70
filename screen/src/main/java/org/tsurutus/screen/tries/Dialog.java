package org.tsurutus.screen.tries;

import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.Frame;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;

/// A panel as it is remembered.
///
/// @param panel what was recognised
/// @param look what it looks like, without its controls, whose looks follow pointer and focus
public record Dialog(Panel panel, Look look) {
    private static final int FRAME = 3;

    /// Remembers a panel of a frame.
    public static Dialog of(Frame frame, Panel panel) {
        List<Box> controls = panel.controls().stream().map(Control::box).toList();
        return new Dialog(panel, Look.of(frame, panel.box(), controls));
    }

    /// Whether a person would call both the same dialog in the same state, wherever on the screen
    /// they are.
    boolean isLike(Dialog other) {
        return states().equals(other.states()) && look.isLike(other.look);
    }

    /// What is read on its buttons.
    public List<String> labels() {
        return panel.controls().stream()
                .filter(control -> control.kind() == Control.Kind.BUTTON)
                .map(Control::label)
                .toList();
    }

    private List<String> states() {
        return panel.controls().stream()
                .map(control -> control.label() + control.checked() + control.enabled())
                .toList();
    }

    /// Where its buttons are, which move under any click, and the frame that shows their focus.
    public List<Box> buttons() {
        return panel.controls().stream()
                .filter(control -> control.kind() == Control.Kind.BUTTON)
                .map(control -> framed(control.box()))
                .toList();
    }

    private static Box framed(Box box) {
        int left = Math.max(0, box.x() - FRAME);
        int top = Math.max(0, box.y() - FRAME);
        return new Box(left, top, box.right() + FRAME - left, box.bottom() + FRAME - top);
    }
}
