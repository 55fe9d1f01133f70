package org.tsurutus.screen.sight;

import java.util.List;
import org.tsurutus.screen.Box;
import org.tsurutus.screen.scene.Control;
import org.tsurutus.screen.scene.Panel;

/// Finds dialogs of which only the title bar is to be seen.
final class CoveredDialogs {
    private static final int SHORTEST = 4;
    private static final int HIGHEST = 40;

    private CoveredDialogs() {}

    /// Title bars that belong to no panel, with a cross and no other buttons, as dialogs have.
    ///
    /// @param seen the panels of the frame
    /// @return a panel for each, whose only control is the title bar
    static List<Panel> find(Picture picture, List<TextLine> lines, List<Panel> seen) {
        return lines.stream()
                .filter(line ->
                        line.box().height() <= HIGHEST
                                && line.box().width() >= SHORTEST * line.box().height()
                                && seen.stream()
                                        .noneMatch(panel -> panel.box().overlaps(line.box())))
                .flatMap(line ->
                        CloseMark.after(picture, line.box()).stream()
                                .filter(cross -> isBare(lines, line.box(), cross))
                                .map(cross -> panel(line.box(), cross)))
                .toList();
    }

    /// Whether nothing is drawn between a title and its cross: windows that are no dialogs have
    /// more buttons there.
    private static boolean isBare(List<TextLine> lines, Box title, Box cross) {
        return lines.stream()
                .flatMap(line -> line.parts().stream())
                .noneMatch(part ->
                        part.x() > title.right()
                                && part.right() < cross.x() - cross.width()
                                && part.y() < title.bottom()
                                && part.bottom() > title.y());
    }

    private static Panel panel(Box title, Box cross) {
        Control bar =
                new Control(Control.Kind.TITLE_BAR, title, "", 0.5, true, false, false, false);
        return new Panel(Panel.Kind.DIALOG, title.with(cross), "en", "", List.of(bar));
    }
}
