package org.tsurutus.farm.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tsurutus.farm.FarmException;
import org.tsurutus.network.NetworkException;

/// A table of a TOML file of which every key must be known; what is wrong is told with file, line
/// and column.
final class StrictTable {
    private static final TomlPosition START = TomlPosition.positionAt(1, 1);

    private final String file;
    private final TomlTable table;
    private final TomlPosition begin;
    private final Set<String> asked = new TreeSet<>();

    private StrictTable(String file, TomlTable table, TomlPosition begin) {
        this.file = file;
        this.table = table;
        this.begin = begin;
    }

    /// Reads a file's text.
    ///
    /// @throws FarmException when it is no TOML
    static StrictTable parse(String file, String text) {
        TomlParseResult toml = Toml.parse(text);
        if (toml.hasErrors()) {
            TomlParseError first = toml.errors().getFirst();
            throw wrong(file, first.position(), String.valueOf(first.getMessage()));
        }
        return new StrictTable(file, toml, START);
    }

    /// A text that must be there.
    String text(String key) {
        return optionalText(key).orElseThrow(() -> wrong(begin, "the key " + key + " is missing"));
    }

    Optional<String> optionalText(String key) {
        asked.add(key);
        return switch (table.get(List.of(key))) {
            case null -> Optional.empty();
            case String text -> Optional.of(text);
            case Object _ -> throw wrong(key, key + " must be a text in quotes");
        };
    }

    /// A list of texts; empty where there is none.
    List<String> texts(String key) {
        return list(
                key,
                (array, at) -> {
                    if (array.get(at) instanceof String text) {
                        return text;
                    }
                    throw wrong(array.inputPositionOf(at), key + " holds texts in quotes");
                });
    }

    /// A list of tables; empty where there is none. Each must be read to its end.
    <T> List<T> tables(String key, Function<StrictTable, T> reader) {
        return list(
                key,
                (array, at) -> {
                    if (array.get(at) instanceof TomlTable inner) {
                        return new StrictTable(file, inner, array.inputPositionOf(at))
                                .whole(reader);
                    }
                    throw wrong(array.inputPositionOf(at), key + " holds tables");
                });
    }

    private <T> List<T> list(String key, BiFunction<TomlArray, Integer, T> reader) {
        asked.add(key);
        return switch (table.get(List.of(key))) {
            case null -> List.of();
            case TomlArray array -> {
                List<T> all = new ArrayList<>();
                for (int at = 0; at < array.size(); at++) {
                    all.add(reader.apply(array, at));
                }
                yield List.copyOf(all);
            }
            case Object _ -> throw wrong(key, key + " must be a list");
        };
    }

    /// Reads this table and then says which of its keys nobody asked for.
    <T> T whole(Function<StrictTable, T> reader) {
        T made = reader.apply(this);
        for (String key : table.keySet()) {
            if (!asked.contains(key)) {
                throw wrong(
                        key,
                        "there is no key " + key + " here; known are " + String.join(", ", asked));
            }
        }
        return made;
    }

    /// Makes something of a key's value; what is wrong with it is told with its place.
    <T> T at(String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (FarmException | NetworkException e) {
            throw wrong(key, String.valueOf(e.getMessage()));
        }
    }

    /// Makes something of this table; what is wrong with it is told with its place.
    <T> T here(Supplier<T> maker) {
        try {
            return maker.get();
        } catch (FarmException e) {
            throw wrong(begin, String.valueOf(e.getMessage()));
        }
    }

    FarmException wrong(String key, String what) {
        return wrong(Optional.ofNullable(table.inputPositionOf(List.of(key))).orElse(begin), what);
    }

    private FarmException wrong(TomlPosition position, String what) {
        return wrong(file, position, what);
    }

    private static FarmException wrong(String file, TomlPosition position, String what) {
        return FarmException.input(
                file + ":" + position.line() + ":" + position.column() + ": " + what);
    }
}
