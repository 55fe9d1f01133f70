package org.tsurutus.bench.click.draw;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// How windows look.
///
/// @param name for example `winxp`
/// @param sheet the package of its style sheet, or `-`
/// @param letters the size of its letters in pixels
/// @param canBeDark whether it has a dark form
record Skin(String name, String sheet, int letters, boolean canBeDark) {
    /// All of them by name.
    static Map<String, Skin> all() {
        Map<String, Skin> skins = new LinkedHashMap<>();
        for (List<String> row : Tables.rows("skins.tsv", 4)) {
            Skin skin =
                    new Skin(
                            row.get(0),
                            row.get(1),
                            Integer.parseInt(row.get(2)),
                            row.get(3).equals("yes"));
            skins.put(skin.name(), skin);
        }
        return skins;
    }
}
