package org.tsurutus.bench.click;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tsurutus.bench.BenchException;

/// What the host says about where to keep and whence to fetch.
///
/// @param cache keeps frames, style sheets and browser profiles
/// @param registry where npm packages are had; ends in a slash
public record Surroundings(Path cache, URI registry) {
    private static final String USUAL_REGISTRY = "https://registry.npmjs.org/";
    private static final String REGISTRY = "registry=";

    /// What the environment and `~/.npmrc` say.
    ///
    /// @param environment the variables; `TSURUTUS_HOME` and `npm_config_registry` count
    /// @param home the user's home
    /// @param cache where to keep things instead
    /// @throws BenchException when `~/.npmrc` cannot be read
    public static Surroundings of(
            Map<String, String> environment, Path home, Optional<Path> cache) {
        String named = environment.getOrDefault("npm_config_registry", "");
        String registry = named.isBlank() ? registryOf(home.resolve(".npmrc")) : named;
        return new Surroundings(
                cache.orElseGet(() -> usualCache(environment, home)).toAbsolutePath(),
                URI.create(registry.endsWith("/") ? registry : registry + "/"));
    }

    private static Path usualCache(Map<String, String> environment, Path home) {
        String own = environment.getOrDefault("TSURUTUS_HOME", "");
        if (!own.isBlank()) {
            return Path.of(own, "clickbench");
        }
        return "root".equals(System.getProperty("user.name"))
                ? Path.of("/var/lib/tsurutus/clickbench")
                : home.resolve(".cache/tsurutus/clickbench");
    }

    private static String registryOf(Path file) {
        if (!Files.isReadable(file)) {
            return USUAL_REGISTRY;
        }
        try {
            List<String> lines = Files.readAllLines(file);
            return lines.stream()
                    .filter(line -> line.startsWith(REGISTRY))
                    .map(line -> line.substring(REGISTRY.length()).strip())
                    .findFirst()
                    .orElse(USUAL_REGISTRY);
        } catch (IOException e) {
            throw new BenchException(
                    "cannot read " + file + " (" + e + "); set npm_config_registry", e);
        }
    }
}
