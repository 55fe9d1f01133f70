package org.tsurutus.farm.image;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// The kinds of guest that can be built.
public enum GuestProfile {
    /// 32-bit Windows, as the classic lab PC: 32-bit Wine on a 64-bit kernel.
    WINE32,
    /// 64-bit Windows that also runs 32-bit programs.
    WINE64;

    /// The name in commands, folders and run.json.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Wine's own word for the prefix.
    String wineArchitecture() {
        return switch (this) {
            case WINE32 -> "win32";
            case WINE64 -> "win64";
        };
    }

    /// Debian architectures, the main one first.
    List<String> architectures() {
        return switch (this) {
            case WINE32 -> List.of("i386");
            case WINE64 -> List.of("amd64", "i386");
        };
    }

    /// Debian packages of the root disk.
    List<String> packages() {
        Stream<String> common =
                Stream.of(
                        "wine",
                        "xserver-xorg-core",
                        "xserver-xorg-video-fbdev",
                        "xserver-xorg-input-evdev",
                        "busybox-static",
                        "samba",
                        "fonts-liberation",
                        "fonts-wine",
                        "fonts-ipafont-gothic",
                        "fonts-wqy-microhei");
        Stream<String> own =
                switch (this) {
                    case WINE32 -> Stream.of("wine32");
                    case WINE64 -> Stream.of("wine64", "wine32:i386");
                };
        return Stream.concat(common, own).toList();
    }

    /// The compiler that makes what is loaded into this profile's wineserver.
    String unixCompiler() {
        return switch (this) {
            case WINE32 -> "i686-linux-gnu-gcc";
            case WINE64 -> "gcc";
        };
    }

    /// The compiler that makes this profile's launcher.
    String compiler() {
        return switch (this) {
            case WINE32 -> "i686-w64-mingw32";
            case WINE64 -> "x86_64-w64-mingw32";
        };
    }
}
