package org.tsurutus.screen.sight;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.tsurutus.screen.Box;

/// How buttons show that the Enter key presses them: a darker or coloured edge, a coloured face,
/// dots around the label.
final class Prominence {
    private static final int CLEARLY = 14;
    private static final int DEEPEST = 7;

    private Prominence() {}

    /// The button that stands out among others; a lone button needs not.
    static Set<ButtonShape> most(Picture picture, List<ButtonShape> buttons) {
        List<ButtonShape> sorted =
                buttons.stream()
                        .filter(button -> !button.isCommand())
                        .sorted(Comparator.comparingInt(button -> -of(picture, button)))
                        .toList();
        if (sorted.isEmpty()) {
            return Set.of();
        }
        boolean stands =
                sorted.size() == 1
                        || of(picture, sorted.getFirst()) - of(picture, sorted.get(1)) >= CLEARLY;
        return stands ? Set.of(sorted.getFirst()) : Set.of();
    }

    /// How far edge and face are from what is around, in steps of 255.
    private static int of(Picture picture, ButtonShape button) {
        Box box = button.box();
        int x = Math.max(0, box.x() - 3);
        int y = Math.max(0, box.y() - 3);
        int around = picture.grey(x, y);
        int colour = Tone.saturation(picture.rgb(x, y));
        long edge = 0;
        int count = 0;
        for (int column = box.x() + 4; column < box.right() - 4; column++) {
            edge += strength(picture, column, box.y(), around, colour);
            edge += strength(picture, column, box.bottom() - 1, around, colour);
            count += 2;
        }
        Tone face = Tone.of(picture, button.inside(), button.inside());
        int fill = Math.max(0, Tone.saturation(face.paper()) - colour);
        return (count == 0 ? 0 : (int) (edge / count)) + fill;
    }

    private static int strength(Picture picture, int x, int y, int around, int colour) {
        return Math.abs(picture.grey(x, y) - around)
                + Math.max(0, picture.saturation(x, y) - colour);
    }

    /// Whether a dotted line runs around the label, which shows the keyboard's focus.
    static boolean isDotted(Picture picture, ButtonShape button) {
        Box box = button.box();
        for (int y = box.y() + 2; y <= box.y() + DEEPEST && y < box.bottom(); y++) {
            int changes = 0;
            int from = box.x() + DEEPEST + 1;
            int to = box.right() - DEEPEST - 1;
            for (int x = from; x < to; x++) {
                changes += Math.abs(picture.grey(x, y) - picture.grey(x - 1, y)) > 30 ? 1 : 0;
            }
            if (to - from >= 8 && changes * 10 >= (to - from) * 7) {
                return true;
            }
        }
        return false;
    }
}
