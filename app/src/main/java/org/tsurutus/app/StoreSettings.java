package org.tsurutus.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import org.tomlj.Toml;
import org.tomlj.TomlParseResult;
import org.tomlj.TomlPosition;
import org.tsurutus.disk.Durable;
import org.tsurutus.farm.FarmException;

/// What keeps a store's disks, as `store.toml` in its folder has it.
sealed interface StoreSettings {
    String FILE = "store.toml";

    /// What `kind` says.
    String kind();

    /// Overlays of QEMU.
    ///
    /// @param isFuse whether disks are handed out as raw files
    record Overlays(boolean isFuse) implements StoreSettings {
        @Override
        public String kind() {
            return isFuse ? "fuse" : "qcow2";
        }
    }

    /// Thin snapshots of the device mapper.
    ///
    /// @param group the folder of `/dev/mapper` in which disks appear
    /// @param metadata the block device of the mappings
    /// @param data the block device of the content
    record Thin(String group, Path metadata, Path data) implements StoreSettings {
        @Override
        public String kind() {
            return "thin";
        }
    }

    /// Reads those of a folder.
    ///
    /// @throws FarmException when there are none, or something in them is not understood
    static StoreSettings read(Path folder) {
        Path file = folder.resolve(FILE);
        if (!Files.exists(file)) {
            throw FarmException.input(
                    folder + " is no store of disks; tsurutus disk init --store DIR makes one");
        }
        try {
            return new StoreToml(file, parsed(file)).settings();
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + file + ": " + e, e);
        }
    }

    private static TomlParseResult parsed(Path file) throws IOException {
        TomlParseResult toml = Toml.parse(file);
        if (toml.hasErrors()) {
            throw FarmException.input(
                    file
                            + ":"
                            + toml.errors().getFirst().position().line()
                            + ": "
                            + toml.errors().getFirst().getMessage());
        }
        return toml;
    }

    /// Puts them into a store's folder.
    default void write(Path folder) {
        StringBuilder text = new StringBuilder("kind = \"" + kind() + "\"\n");
        if (this instanceof Thin(String group, Path metadata, Path data)) {
            text.append("group = \"").append(Toml.tomlEscape(group)).append("\"\n");
            text.append("metadata = \"")
                    .append(Toml.tomlEscape(metadata.toString()))
                    .append("\"\n");
            text.append("data = \"").append(Toml.tomlEscape(data.toString())).append("\"\n");
        }
        try {
            Durable.write(Files.createDirectories(folder).resolve(FILE), text.toString());
        } catch (IOException e) {
            throw FarmException.environment("cannot write to " + folder + ": " + e, e);
        }
    }

    /// The file's keys and values.
    record StoreToml(Path file, TomlParseResult toml) {
        private static final Set<String> OF_ALL = Set.of("kind");
        private static final Set<String> OF_THIN = Set.of("kind", "group", "metadata", "data");

        StoreSettings settings() {
            String kind = text("kind");
            return switch (kind) {
                case "qcow2", "fuse" -> {
                    requireKnown(OF_ALL);
                    yield new Overlays(kind.equals("fuse"));
                }
                case "thin" -> {
                    requireKnown(OF_THIN);
                    yield new Thin(text("group"), Path.of(text("metadata")), Path.of(text("data")));
                }
                case String other ->
                        throw wrong("kind", "\"" + other + "\" is none of qcow2, fuse, thin");
            };
        }

        private void requireKnown(Set<String> known) {
            for (String key : toml.keySet()) {
                if (!known.contains(key)) {
                    throw wrong(key, "there is no key " + key + " for this kind of store");
                }
            }
        }

        private String text(String key) {
            if (!toml.contains(key)) {
                throw FarmException.input(file + ": the key " + key + " is missing");
            }
            if (!toml.isString(key)) {
                throw wrong(key, key + " must be a text in quotes");
            }
            return toml.getString(key, () -> "");
        }

        private FarmException wrong(String key, String what) {
            int line =
                    Optional.ofNullable(toml.inputPositionOf(key))
                            .map(TomlPosition::line)
                            .orElse(1);
            return FarmException.input(file + ":" + line + ": " + what);
        }
    }
}
