package org.tsurutus.farm.specimen;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// The kinds of specimen that the lab starts.
public enum SpecimenKind {
    /// A Windows program.
    EXE,
    /// A Windows library, started through one of its exports.
    DLL,
    /// A script of the command interpreter.
    BAT,
    /// A script in VBScript.
    VBS,
    /// A script in JScript.
    JS;

    /// The kind as run records name it, for example `exe`.
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The usual one first.
    private List<String> extensions() {
        return switch (this) {
            case EXE -> List.of("exe", "scr", "com", "pif");
            case DLL -> List.of("dll", "ocx", "cpl", "ax");
            case BAT -> List.of("bat", "cmd");
            case VBS -> List.of("vbs");
            case JS -> List.of("js");
        };
    }

    boolean isScript() {
        return switch (this) {
            case EXE, DLL -> false;
            case BAT, VBS, JS -> true;
        };
    }

    /// Whether Windows knows by this name what to do with a file of this kind.
    boolean fits(String fileName) {
        return extensions().contains(extension(fileName));
    }

    /// What is appended, with its dot, to names that do not fit.
    String usualExtension() {
        return "." + extensions().getFirst();
    }

    /// The kind of script that a file claims to be by its name.
    static Optional<SpecimenKind> scriptNamed(String fileName) {
        return Arrays.stream(values())
                .filter(SpecimenKind::isScript)
                .filter(kind -> kind.fits(fileName))
                .findFirst();
    }

    private static String extension(String fileName) {
        int dot = fileName.lastIndexOf('.');
        return dot < 0 ? "" : fileName.substring(dot + 1).toLowerCase(Locale.ROOT);
    }
}
