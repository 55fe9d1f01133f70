package org.tsurutus.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Text with slots, read once and written many times; `words.txt` says how slots are written.
final class Template {
    private final Part[] parts;

    private Template(List<Part> parts) {
        this.parts = parts.toArray(Part[]::new);
    }

    /// @param lists the lists that the text may name
    static Template parse(String text, Map<String, Words> lists) {
        List<Part> parts = new ArrayList<>();
        int at = 0;
        for (int open = text.indexOf('<'); open >= 0; open = text.indexOf('<', at)) {
            int close = text.indexOf('>', open);
            if (close < 0) {
                throw new BenchException("a < without > in the template: " + text);
            }
            literal(parts, text.substring(at, open));
            slot(parts, text.substring(open + 1, close), lists);
            at = close + 1;
        }
        literal(parts, text.substring(at));
        return new Template(parts);
    }

    void put(LineBuffer line, Scene scene) {
        for (Part part : parts) {
            part.put(line, scene);
        }
    }

    private static void literal(List<Part> parts, String text) {
        if (!text.isEmpty()) {
            parts.add(new Part.Literal(Utf8.of(text)));
        }
    }

    private static void slot(List<Part> parts, String slot, Map<String, Words> lists) {
        List<String> words = List.of(slot.split(" ", -1));
        switch (words.get(0)) {
            case "empty" -> literal(parts, "");
            case "any" -> parts.add(new Part.Any(Words.in(lists, words.get(1))));
            case "often" -> parts.add(new Part.Often(Words.in(lists, words.get(1))));
            case "number" -> parts.add(new Part.Even(number(words.get(1)), number(words.get(2))));
            case "size" -> parts.add(new Part.Size(number(words.get(1)), number(words.get(2))));
            case "hex", "HEX" ->
                    parts.add(new Part.Hex((int) number(words.get(1)), words.get(0).equals("HEX")));
            default -> parts.add(new Part.Known(Slot.named(slot)));
        }
    }

    private static long number(String word) {
        return Long.parseLong(word);
    }
}
