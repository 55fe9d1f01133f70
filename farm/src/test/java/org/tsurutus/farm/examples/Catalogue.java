package org.tsurutus.farm.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All acts that the examples of `examples/acts/` perform.
///
/// @param acts in the order of their files' names and then as declared
public record Catalogue(List<CatalogueAct> acts) {
    private static final JsonMapper JSON =
            JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
                    .build();

    /// @param folder the checkout's `examples/acts/`
    public static Catalogue read(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return new Catalogue(
                    files.filter(file -> file.toString().endsWith(".acts.json"))
                            .sorted()
                            .flatMap(file -> declared(file).stream())
                            .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CatalogueAct> declared(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), new TypeReference<>() {});
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The acts of one run.
    ///
    /// @param specimen the file name of what was run: the driver, or a specimen with one act
    /// @param profile the kind of guest, as `wine32`
    public Catalogue of(String specimen, String profile) {
        return new Catalogue(
                acts.stream()
                        .filter(act -> act.profile().contains(profile))
                        .filter(act ->
                                act.driven()
                                        ? specimen.matches("acts(64)?\\.exe")
                                        : act.program().equals(specimen))
                        .toList());
    }

    /// The file names of what has to be run to have every act performed.
    public SortedSet<String> specimens() {
        SortedSet<String> names = new TreeSet<>(Set.of("acts.exe", "acts64.exe"));
        acts.stream().filter(act -> !act.driven()).map(CatalogueAct::program).forEach(names::add);
        return names;
    }
}
