package org.tsurutus.farm.examples;

import java.util.List;
import java.util.Optional;

/// One act of the catalogue and every record that it leaves.
///
/// @param act its name
/// @param command the program that performs it, a space, and the program's arguments
/// @param profile the kinds of guest that it is declared for, as `wine32`
/// @param records all records of the kinds that [Scorer] judges
/// @param impossible what no sensor could record there, and why
public record CatalogueAct(
        String act,
        String command,
        List<String> profile,
        List<ExpectedRecord> records,
        Optional<List<Impossible>> impossible) {

    /// Something that does not happen, or leaves nothing, on this lab's guests.
    ///
    /// @param kind of the record that one might expect
    /// @param why what was found instead
    public record Impossible(String kind, String why) {}

    String program() {
        return command.contains(" ") ? command.substring(0, command.indexOf(' ')) : command;
    }

    String arguments() {
        return command.substring(program().length()).strip();
    }

    /// Whether the driver `acts.exe` performs it; all others are specimens of their own.
    boolean driven() {
        return program().startsWith("acts-");
    }
}
