package org.tsurutus.farm.specimen;

import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;

/// How the guest starts a specimen.
///
/// @param guestPath where the specimen must lie in the guest
/// @param commandLine the whole command line, as Windows takes it
/// @param note what the user should know though it is no obstacle; one line
public record StartPlan(String guestPath, String commandLine, Optional<String> note) {
    /// The folder that specimens lie in, where people keep what they download.
    public static final String FOLDER = "C:\\users\\lab\\Desktop\\";

    private static final Pattern UNFIT = Pattern.compile("\\R|\0");
    private static final int LONGEST = 32_766;
    private static final int LONGEST_FOR_INTERPRETER = 8_191;

    /// Plans the start of a specimen.
    ///
    /// @param arguments what follows the specimen on its command line, as it stands; for a library
    ///   first the export by name or `#number` and then what it is given. Blank means none, and
    ///   export `#1` of a library
    /// @throws FarmException of the user's fault when the arguments cannot be passed on, or a
    ///   library lacks the export
    public static StartPlan of(SpecimenFile specimen, String arguments) {
        if (UNFIT.matcher(arguments).find()) {
            throw FarmException.input(
                    "the arguments hold a line break or a NUL, which no command line can; remove it");
        }
        String path = FOLDER + specimen.guestName();
        StartPlan plan =
                switch (specimen.kind()) {
                    case EXE -> new StartPlan(path, quoted(path) + tail(arguments), none());
                    case DLL -> library(specimen, path, arguments);
                    case BAT ->
                            new StartPlan(
                                    path,
                                    "C:\\windows\\system32\\cmd.exe /c \""
                                            + quoted(path)
                                            + tail(arguments)
                                            + "\"",
                                    none());
                    case VBS, JS ->
                            new StartPlan(
                                    path,
                                    "C:\\windows\\system32\\wscript.exe "
                                            + quoted(path)
                                            + tail(arguments),
                                    none());
                };
        int longest = specimen.kind() == SpecimenKind.BAT ? LONGEST_FOR_INTERPRETER : LONGEST;
        if (plan.commandLine().length() > longest) {
            throw FarmException.input(
                    "the command line would have "
                            + plan.commandLine().length()
                            + " characters and Windows takes "
                            + longest
                            + "; shorten the arguments");
        }
        return plan;
    }

    private static StartPlan library(SpecimenFile specimen, String path, String arguments) {
        LibraryEntry entry = LibraryEntry.choose(specimen, arguments);
        return new StartPlan(
                path,
                "C:\\windows\\system32\\rundll32.exe "
                        + quoted(path)
                        + ","
                        + entry.name()
                        + tail(entry.arguments()),
                entry.note());
    }

    private static String quoted(String path) {
        return "\"" + path + "\"";
    }

    private static String tail(String arguments) {
        return arguments.isBlank() ? "" : " " + arguments;
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
