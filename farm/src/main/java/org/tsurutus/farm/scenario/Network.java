package org.tsurutus.farm.scenario;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tsurutus.farm.FarmException;

/// What the PCs of a run can reach.
public sealed interface Network {
    /// As people write it.
    String text();

    /// Nothing: the PCs have no network card.
    record None() implements Network {
        @Override
        public String text() {
            return "none";
        }
    }

    /// Each other.
    record Lan() implements Network {
        @Override
        public String text() {
            return "lan";
        }
    }

    /// Each other, and answers of ours in place of everything else.
    ///
    /// @param script says what is answered otherwise than usual
    record Simulated(Optional<Path> script) implements Network {
        @Override
        public String text() {
            return "simulated";
        }
    }

    /// Each other, and what a gateway of this machine's configuration lets through.
    ///
    /// @param name as the configuration calls it
    record Gateway(String name) implements Network {
        private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
        private static final String WORD = "gateway:";

        @Override
        public String text() {
            return WORD + name;
        }
    }

    /// Reads what people write: `none`, `lan`, `simulated` or `gateway:NAME`.
    ///
    /// @throws FarmException for anything else
    static Network parse(String text) {
        return switch (text) {
            case "none" -> new None();
            case "lan" -> new Lan();
            case "simulated" -> new Simulated(Optional.empty());
            case String other
                    when other.startsWith(Gateway.WORD)
                            && Gateway.NAME
                                    .matcher(other.substring(Gateway.WORD.length()))
                                    .matches() ->
                    new Gateway(other.substring(Gateway.WORD.length()));
            case String other ->
                    throw FarmException.input(
                            "\""
                                    + other
                                    + "\" is no network; write none, lan, simulated or gateway:NAME");
        };
    }
}
