package org.tsurutus.bench.toolkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.bench.BenchException;
import org.tsurutus.bench.click.Place;
import org.tsurutus.bench.click.TrueControl;
import org.tsurutus.screen.Box;

/// What `gallery.exe` wrote down about one window and its controls.
///
/// @param kind `message`, `program`, `scene`, or `end` behind the last
/// @param number of the scene, from 1
/// @param intended the labels that a person who wants to go on would press
/// @param title of the window
/// @param panel the window with its title bar
/// @param controls in the order of the window's children
record WindowTree(
        String kind,
        int number,
        List<String> intended,
        String title,
        Optional<Place> panel,
        List<TrueControl> controls) {
    private static final int COLUMNS = 10;
    private static final int MAX_WINDOWS = 500;

    private static final int TYPE_OF_BUTTON = 0xF;
    private static final int DEFAULT_BUTTON = 1;
    private static final int READ_ONLY = 0x800;

    /// What a window of class Button is by its type; frames around groups are not among them.
    private static final Map<Integer, String> BUTTONS =
            Map.of(
                    0,
                    "button",
                    DEFAULT_BUTTON,
                    "button",
                    2,
                    "check_box",
                    3,
                    "check_box",
                    5,
                    "check_box",
                    6,
                    "check_box",
                    4,
                    "radio_button",
                    9,
                    "radio_button");

    /// Reads a file of `gallery.exe`.
    ///
    /// @throws BenchException when a line is not as that program writes it
    static WindowTree parse(String text) {
        List<String> lines = text.isEmpty() ? List.of("") : text.lines().toList();
        String[] head = lines.getFirst().split("\t", -1);
        if (head.length != 3 || lines.size() > MAX_WINDOWS) {
            throw damaged(lines.getFirst());
        }
        List<String> intended = head[2].isEmpty() ? List.of() : List.of(head[2].split("\\|"));
        if (lines.size() == 1) {
            return new WindowTree(
                    head[0], number(head[1]), intended, "", Optional.empty(), List.of());
        }
        String[] window = columns(lines.get(1));
        List<TrueControl> controls = new ArrayList<>();
        for (String line : lines.subList(2, lines.size())) {
            control(columns(line)).ifPresent(controls::add);
        }
        return new WindowTree(
                head[0],
                number(head[1]),
                intended,
                window[COLUMNS - 1],
                Optional.of(place(window)),
                controls);
    }

    private static Optional<TrueControl> control(String[] columns) {
        int style = (int) Long.parseLong(columns[1]);
        return kind(columns[0], style)
                .map(kind ->
                        new TrueControl(
                                kind,
                                place(columns),
                                Wording.plain(columns[COLUMNS - 1]),
                                columns[6].equals("1"),
                                kind.equals("button") && (style & TYPE_OF_BUTTON) == DEFAULT_BUTTON,
                                columns[7].equals("1"),
                                columns[8].equals("1"),
                                1.0));
    }

    /// The kind of control; empty for windows that nobody works. Source: Windows' `winuser.h`.
    private static Optional<String> kind(String windowClass, int style) {
        return switch (windowClass.toLowerCase(Locale.ROOT)) {
            case "button" -> Optional.ofNullable(BUTTONS.get(style & TYPE_OF_BUTTON));
            case "edit" -> (style & READ_ONLY) == 0 ? Optional.of("text_field") : Optional.empty();
            case "syslink" -> Optional.of("link");
            case String _ -> Optional.empty();
        };
    }

    private static Place place(String[] columns) {
        int left = Math.max(0, number(columns[2]));
        int top = Math.max(0, number(columns[3]));
        return Place.of(new Box(left, top, number(columns[4]) - left, number(columns[5]) - top));
    }

    private static String[] columns(String line) {
        String[] columns = line.split("\t", COLUMNS);
        if (columns.length != COLUMNS) {
            throw damaged(line);
        }
        return columns;
    }

    private static int number(String column) {
        try {
            return Integer.parseInt(column);
        } catch (NumberFormatException _) {
            throw damaged(column);
        }
    }

    private static BenchException damaged(String line) {
        return new BenchException(
                "gallery.exe wrote '" + line + "', which describes no window; compare gallery.c");
    }
}
