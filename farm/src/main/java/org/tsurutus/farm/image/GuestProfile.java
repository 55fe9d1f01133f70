package org.tsurutus.farm.image;

import java.util.List;
import java.util.Locale;

/// The kinds of guest that can be built.
public enum GuestProfile {
    /// 32-bit Windows, as the classic lab PC: 32-bit Wine on a 64-bit kernel.
    WINE32("win32", List.of("i386"), List.of("wine32")),
    /// 64-bit Windows that also runs 32-bit programs.
    WINE64("win64", List.of("amd64", "i386"), List.of("wine64", "wine32:i386"));

    /// What every guest has besides Wine.
    private static final List<String> COMMON =
            List.of(
                    "wine",
                    "xserver-xorg-core",
                    "xserver-xorg-video-fbdev",
                    "xserver-xorg-input-evdev",
                    "busybox-static",
                    "fonts-liberation");

    private final String wineArchitecture;
    private final List<String> architectures;
    private final List<String> own;

    GuestProfile(String wineArchitecture, List<String> architectures, List<String> own) {
        this.wineArchitecture = wineArchitecture;
        this.architectures = architectures;
        this.own = own;
    }

    /// The name in commands, folders and run.json.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Wine's own word for the prefix, `win32` or `win64`.
    String wineArchitecture() {
        return wineArchitecture;
    }

    /// Debian architectures, the main one first.
    List<String> architectures() {
        return architectures;
    }

    /// Debian packages of the root disk.
    List<String> packages() {
        return java.util.stream.Stream.concat(COMMON.stream(), own.stream()).toList();
    }

    /// The compiler that makes this profile's launcher.
    String compiler() {
        return switch (this) {
            case WINE32 -> "i686-w64-mingw32";
            case WINE64 -> "x86_64-w64-mingw32";
        };
    }
}
