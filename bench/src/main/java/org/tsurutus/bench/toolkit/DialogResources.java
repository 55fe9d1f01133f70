package org.tsurutus.bench.toolkit;

import java.util.List;

/// Writes scenes as Windows' dialog templates, in the language of resource compilers.
final class DialogResources {
    private static final int WIDTH = 290;
    private static final int TEXT_HEIGHT = 24;
    private static final int FIRST_ROW = 44;
    private static final int ROW = 16;
    private static final int BUTTON_WIDTH = 72;
    private static final int BUTTON_HEIGHT = 15;
    private static final int GAP = 6;
    private static final int FIRST_CONTROL = 100;
    private static final int FIRST_CHECKED = 200;

    private final Wording wording;
    private final StringBuilder out =
            new StringBuilder("#include <windows.h>\n#pragma code_page(65001)\n");

    DialogResources(Wording wording) {
        this.wording = wording;
    }

    /// Adds a dialog whose resource has this number.
    void add(int number, Scene scene, String language) {
        List<Scene.Part> rows = scene.controls().stream().filter(part -> !isButton(part)).toList();
        int bottom = FIRST_ROW + rows.size() * ROW + GAP;
        out.append(
                """

                %d DIALOGEX 0, 0, %d, %d
                STYLE DS_MODALFRAME | DS_CENTER | WS_POPUP | WS_CAPTION | WS_SYSMENU
                CAPTION "%s"
                FONT 8, "MS Shell Dlg"
                BEGIN
                LTEXT "%s", -1, 10, 12, %d, %d
                """
                        .formatted(
                                number,
                                WIDTH,
                                bottom + BUTTON_HEIGHT + 2 * GAP,
                                word(scene.title(), language),
                                word(scene.text(), language),
                                WIDTH - 20,
                                TEXT_HEIGHT));
        int buttons = scene.controls().size() - rows.size();
        int x = WIDTH - 10 - buttons * (BUTTON_WIDTH + GAP) + GAP;
        int y = FIRST_ROW;
        for (int i = 0; i < scene.controls().size(); i++) {
            Scene.Part part = scene.controls().get(i);
            int id = (part.checked() ? FIRST_CHECKED : FIRST_CONTROL) + i;
            if (isButton(part)) {
                control(part, language, id, x, bottom, BUTTON_WIDTH, BUTTON_HEIGHT);
                x += BUTTON_WIDTH + GAP;
            } else {
                control(part, language, id, 10, y, WIDTH - 20, 12);
                y += ROW;
            }
        }
        out.append("END\n");
    }

    private void control(
            Scene.Part part, String language, int id, int x, int y, int width, int height) {
        String kind =
                switch (part.kind()) {
                    case "button" -> part.isDefault() ? "DEFPUSHBUTTON" : "PUSHBUTTON";
                    case "check_box" -> "AUTOCHECKBOX";
                    case "radio_button" -> "AUTORADIOBUTTON";
                    case "text_field" -> "EDITTEXT";
                    // Wine has links only in programs that bring a manifest
                    case String _ -> "LTEXT";
                };
        out.append(kind).append(' ');
        if (!kind.equals("EDITTEXT")) {
            String label = part.label().map(word -> wording.marked(word, language)).orElse("");
            out.append('"').append(label).append("\", ");
        }
        out.append("%d, %d, %d, %d, %d".formatted(id, x, y, width, height));
        out.append(part.disabled() ? ", WS_DISABLED\n" : "\n");
    }

    private String word(String word, String language) {
        return Wording.plain(wording.marked(word, language));
    }

    private static boolean isButton(Scene.Part part) {
        return part.kind().equals("button");
    }

    /// All dialogs that were added.
    String text() {
        return out.toString();
    }
}
