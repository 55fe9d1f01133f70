package org.tsurutus.network.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseError;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tomlj.TomlTable;
import org.tsurutus.network.NetworkException;

/// A table of a TOML file.
public final class StrictTable {
    private static final TomlPosition START = TomlPosition.positionAt(1, 1);
    private static final long LONGEST_FILE = 1 << 20;

    private final Path file;
    private final TomlTable table;
    private final TomlPosition begin;
    private final Set<String> asked = new TreeSet<>();

    private StrictTable(Path file, TomlTable table, TomlPosition begin) {
        this.file = file;
        this.table = table;
        this.begin = begin;
    }

    /// Reads a whole file.
    ///
    /// @throws NetworkException when it cannot be read, is no TOML or has something that nobody
    ///   asks for
    public static <T> T read(Path file, Function<StrictTable, T> reader) {
        try {
            if (Files.size(file) > LONGEST_FILE) {
                throw new NetworkException(file + " is longer than 1 MiB; write less into it");
            }
            TomlParseResult toml = Toml.parse(Files.readString(file));
            if (toml.hasErrors()) {
                TomlParseError first = toml.errors().getFirst();
                throw wrong(file, first.position(), String.valueOf(first.getMessage()));
            }
            return new StrictTable(file, toml, START).whole(reader);
        } catch (IOException e) {
            throw new NetworkException("cannot read " + file + ": " + e, e);
        }
    }

    /// A text, if there is one.
    public Optional<String> text(String key) {
        return value(key, String.class, "a text in quotes");
    }

    /// A number, if there is one.
    public OptionalLong number(String key, long least, long most) {
        Optional<Long> number = value(key, Long.class, "a number");
        if (number.isEmpty()) {
            return OptionalLong.empty();
        }
        if (number.get() < least || number.get() > most) {
            throw wrong(key, key + " is " + least + " to " + most + ", not " + number.get());
        }
        return OptionalLong.of(number.get());
    }

    /// Something that must be there.
    public <T> T required(String key, Optional<T> value) {
        return value.orElseThrow(() -> wrong(file, begin, "the key " + key + " is missing"));
    }

    /// A list of texts or numbers, each made into something; empty where there is none.
    ///
    /// @param type `String` or `Long`
    public <V, T> List<T> list(String key, Class<V> type, Function<V, T> reader) {
        Optional<TomlArray> array = value(key, TomlArray.class, "a list in brackets");
        List<T> all = new ArrayList<>();
        for (int at = 0; array.isPresent() && at < array.get().size(); at++) {
            TomlPosition position = array.get().inputPositionOf(at);
            Object element = array.get().get(at);
            if (!type.isInstance(element)) {
                String what = type == String.class ? "texts in quotes" : "numbers";
                throw wrong(file, position, key + " holds " + what);
            }
            try {
                all.add(reader.apply(type.cast(element)));
            } catch (NetworkException e) {
                throw wrong(file, position, String.valueOf(e.getMessage()));
            }
        }
        return List.copyOf(all);
    }

    /// A list of tables; empty where there is none.
    public <T> List<T> tables(String key, Function<StrictTable, T> reader) {
        Optional<TomlArray> array = value(key, TomlArray.class, "written as [[" + key + "]]");
        List<T> all = new ArrayList<>();
        for (int at = 0; array.isPresent() && at < array.get().size(); at++) {
            TomlPosition position = array.get().inputPositionOf(at);
            if (!(array.get().get(at) instanceof TomlTable inner)) {
                throw wrong(file, position, key + " is written as [[" + key + "]]");
            }
            all.add(new StrictTable(file, inner, position).whole(reader));
        }
        return List.copyOf(all);
    }

    /// A table whose keys are free and whose values are texts.
    public Map<String, String> texts(String key) {
        Optional<TomlTable> inner = value(key, TomlTable.class, "a table");
        Map<String, String> all = new LinkedHashMap<>();
        inner.ifPresent(table -> {
            StrictTable texts = new StrictTable(file, table, begin);
            for (String name : table.keySet()) {
                texts.text(name).ifPresent(text -> all.put(name, text));
            }
        });
        return all;
    }

    private <T> Optional<T> value(String key, Class<T> type, String what) {
        asked.add(key);
        Object value = table.get(List.of(key));
        if (value == null) {
            return Optional.empty();
        }
        if (!type.isInstance(value)) {
            throw wrong(key, key + " must be " + what);
        }
        return Optional.of(type.cast(value));
    }

    private <T> T whole(Function<StrictTable, T> reader) {
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

    /// What is wrong with a key, with its place.
    public NetworkException wrong(String key, String what) {
        TomlPosition position = table.inputPositionOf(List.of(key));
        return wrong(file, position == null ? begin : position, what);
    }

    private static NetworkException wrong(Path file, TomlPosition position, String what) {
        return new NetworkException(
                file + ":" + position.line() + ":" + position.column() + ": " + what);
    }
}
