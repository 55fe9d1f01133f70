package org.tsurutus.farm.specimen;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.windows.PeImage;
import org.tsurutus.windows.Subsystem;

/// What a file is. Programs and libraries are known by their bytes whatever they are called;
/// scripts have no marks in their bytes, so their names say what they are.
///
/// @param architecture of programs and libraries
record Identity(SpecimenKind kind, Optional<String> architecture) {
    static Identity of(Path path, byte[] content, Limits limits) {
        int head = Math.min(content.length, PeImage.HEAD);
        Optional<PeImage> image = PeImage.read(ByteBuffer.wrap(content, 0, head));
        if (image.isPresent()) {
            return ofImage(path, image.get(), limits);
        }
        Optional<Magic> magic = Magic.find(content);
        if (magic.isPresent()) {
            throw refusal(path, "is " + magic.get().name() + "; " + magic.get().advice());
        }
        Optional<SpecimenKind> script = SpecimenKind.scriptNamed(path.getFileName().toString());
        if (script.isPresent() && ScriptText.isPlausible(content)) {
            return new Identity(script.get(), Optional.empty());
        }
        if (startsLikeDosProgram(content)) {
            throw refusal(
                    path,
                    "begins like a DOS or 16-bit program and has no PE header in its first 64 KiB;"
                            + " give a 32- or 64-bit Windows program");
        }
        if (script.isPresent()) {
            throw refusal(
                    path,
                    "is named as a ."
                            + script.get().id()
                            + " script and is not text; check the file");
        }
        throw refusal(
                path,
                "is of no kind that the lab starts; give a Windows program or library, or a script"
                        + " named .bat, .cmd, .vbs or .js");
    }

    private static Identity ofImage(Path path, PeImage image, Limits limits) {
        String what = image.dll() ? "library" : "program";
        if (image.subsystem() == Subsystem.NATIVE) {
            throw refusal(
                    path,
                    "is a driver (native subsystem), which the lab cannot load; give the program that"
                            + " installs it");
        }
        if (image.subsystem() == Subsystem.OTHER && !image.dll()) {
            throw refusal(
                    path,
                    "is a program for firmware or another system; give one for the Windows console or"
                            + " desktop");
        }
        if (!limits.architectures().contains(image.architecture())) {
            throw refusal(
                    path,
                    "is a "
                            + what
                            + " for "
                            + image.architecture()
                            + " and the lab runs "
                            + String.join(" and ", limits.architectures())
                            + "; give a build for one of these");
        }
        return new Identity(
                image.dll() ? SpecimenKind.DLL : SpecimenKind.EXE,
                Optional.of(image.architecture()));
    }

    private static boolean startsLikeDosProgram(byte[] content) {
        return content.length >= 2 && content[0] == 'M' && content[1] == 'Z';
    }

    private static FarmException refusal(Path path, String why) {
        return FarmException.input(Shown.text(path) + " " + why);
    }
}
