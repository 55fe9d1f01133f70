package org.tsurutus.farm.specimen;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/// What a specimen is called inside the guest: its own name where that is harmless, since some
/// specimens look at it, and as little else as possible where it is not.
final class GuestName {
    private static final int LONGEST = 100;
    private static final String RESERVED = "<>:\"/\\|?*";
    private static final Set<String> DEVICES =
            Table.rows("device-names.tsv").stream()
                    .map(List::getFirst)
                    .collect(Collectors.toUnmodifiableSet());

    private GuestName() {}

    static String of(String original, SpecimenKind kind) {
        StringBuilder plain = new StringBuilder();
        original.codePoints()
                .map(character -> isHarmless(character, kind) ? character : '_')
                .forEach(plain::appendCodePoint);
        String name = withoutEdges(plain.toString());
        if (name.isEmpty()) {
            name = "specimen";
        }
        if (isDevice(name)) {
            name = "_" + name;
        }
        if (!kind.fits(name)) {
            name += kind.usualExtension();
        }
        return shortened(name);
    }

    /// Beside what Windows reserves: `rundll32` takes the first comma for the end of the path, and
    /// the command interpreter puts variables in place of `%name%` even inside quotes.
    private static boolean isHarmless(int character, SpecimenKind kind) {
        if (!Shown.isPlain(character) || RESERVED.indexOf(character) >= 0) {
            return false;
        }
        return switch (kind) {
            case DLL -> character != ',';
            case BAT -> character != '%';
            case EXE, VBS, JS -> true;
        };
    }

    /// Windows drops dots and spaces at the end, and hides or mangles them at the start.
    private static String withoutEdges(String name) {
        return name.replaceAll("^[. ]+|[. ]+$", "");
    }

    private static boolean isDevice(String name) {
        String stem = name.split("\\.", 2)[0].stripTrailing();
        return DEVICES.contains(stem.toUpperCase(Locale.ROOT));
    }

    private static String shortened(String name) {
        if (name.length() <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot);
        int end = LONGEST - extension.length();
        if (Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return withoutEdges(name.substring(0, end)) + extension;
    }
}
