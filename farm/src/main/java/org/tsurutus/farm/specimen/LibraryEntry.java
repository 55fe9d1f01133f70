package org.tsurutus.farm.specimen;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tsurutus.farm.FarmException;
import org.tsurutus.windows.PeExports;
import org.tsurutus.windows.WindowsException;

/// Where a library is entered.
///
/// @param name an export's name, or `#` and its number
/// @param arguments what the export is given
/// @param note what could not be checked
record LibraryEntry(String name, String arguments, Optional<String> note) {
    private static final Pattern ARGUMENTS = Pattern.compile("\\s*([^\\s,]+)[\\s,]*(.*)");
    private static final Pattern ORDINAL = Pattern.compile("#0*([1-9][0-9]{0,4})");
    private static final int MOST_LISTED = 10;

    static LibraryEntry choose(SpecimenFile library, String arguments) {
        Matcher parts = ARGUMENTS.matcher(arguments);
        boolean chosen = parts.matches();
        String name = chosen ? parts.group(1) : "#1";
        String rest = chosen ? parts.group(2) : "";
        return new LibraryEntry(name, rest, check(library, name));
    }

    /// Refuses an entry that is certainly not there, and says so where nobody can tell.
    private static Optional<String> check(SpecimenFile library, String name) {
        PeExports exports;
        try {
            exports = PeExports.read(library.path());
        } catch (WindowsException e) {
            return Optional.of(
                    "whether there is an export "
                            + name
                            + " is not known: "
                            + Shown.text(String.valueOf(e.getMessage())));
        }
        if (has(exports, name)) {
            return Optional.empty();
        }
        String shown = Shown.text(library.path());
        if (!exports.complete()) {
            return Optional.of(
                    shown
                            + " names more exports than can be read; "
                            + name
                            + " was not among these");
        }
        if (exports.exports().isEmpty()) {
            return Optional.of(
                    shown + " exports nothing: loading it runs its DllMain, and that is all");
        }
        throw FarmException.input(
                shown
                        + " has no export "
                        + Shown.text(name)
                        + "; begin the arguments with one that it has: "
                        + list(exports.exports()));
    }

    /// As `rundll32` looks it up: a name stands also for its wide and narrow twins.
    private static boolean has(PeExports exports, String name) {
        if (!name.startsWith("#")) {
            return exports.hasName(name)
                    || exports.hasName(name + "W")
                    || exports.hasName(name + "A");
        }
        Matcher ordinal = ORDINAL.matcher(name);
        return ordinal.matches() && exports.hasOrdinal(Long.parseLong(ordinal.group(1)));
    }

    private static String list(List<PeExports.Export> exports) {
        String listed =
                exports.stream()
                        .limit(MOST_LISTED)
                        .map(export ->
                                export.name()
                                        .map(name ->
                                                Shown.text(name) + " (#" + export.ordinal() + ")")
                                        .orElse("#" + export.ordinal()))
                        .collect(Collectors.joining(", "));
        int more = exports.size() - MOST_LISTED;
        return more > 0 ? listed + " and " + more + " more" : listed;
    }
}
