package org.tsurutus.bench.toolkit;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tsurutus.bench.Resource;

/// How dialogs are drawn.
///
/// @param toolkit `gtk`, `qt` or `swing`
/// @param theme the toolkit's own name of it
/// @param dark whether writing is light on dark
/// @param scale how many pixels make one of the toolkit's
/// @param width of the screen, pixels
/// @param height of the screen, pixels
/// @param titleBars the theme of openbox that draws them
/// @param arguments of the program that shows the dialogs
/// @param environment what that program finds in its environment
record Look(
        String toolkit,
        String theme,
        boolean dark,
        double scale,
        int width,
        int height,
        String titleBars,
        List<String> arguments,
        Map<String, String> environment) {
    private static final int COLUMNS = 8;

    static List<Look> all() {
        return Resource.rows("toolkit/looks.tsv", COLUMNS).stream().map(Look::of).toList();
    }

    private static Look of(List<String> row) {
        String[] size = row.get(4).split("x", 2);
        return new Look(
                row.get(0),
                row.get(1),
                row.get(2).equals("dark"),
                Double.parseDouble(row.get(3)),
                Integer.parseInt(size[0]),
                Integer.parseInt(size[1]),
                row.get(5),
                list(row.get(6)),
                list(row.get(7)).stream()
                        .map(setting -> setting.split("=", 2))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1])));
    }

    private static List<String> list(String column) {
        return column.equals("-") ? List.of() : Arrays.asList(column.split(","));
    }
}
