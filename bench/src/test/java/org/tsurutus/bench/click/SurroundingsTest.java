package org.tsurutus.bench.click;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurroundingsTest {
    @TempDir Path home = Path.of("");

    private URI registry(Map<String, String> environment) {
        return Surroundings.of(environment, home, Optional.empty()).registry();
    }

    @Test
    void theRegistryIsTheEnvironmentsElseTheUsersElseTheUsualOne() throws Exception {
        assertThat(registry(Map.of())).hasToString("https://registry.npmjs.org/");

        Files.writeString(
                home.resolve(".npmrc"), "fund=false\nregistry=https://mirror.example/npm\n");
        assertThat(registry(Map.of())).hasToString("https://mirror.example/npm/");
        assertThat(registry(Map.of("npm_config_registry", "https://other.example")))
                .hasToString("https://other.example/");
    }

    @Test
    void theCacheIsTheNamedOneElseInTheHomeOfTsurutus() {
        Map<String, String> environment = Map.of("TSURUTUS_HOME", "/somewhere");

        assertThat(Surroundings.of(environment, home, Optional.of(Path.of("/mine"))).cache())
                .isEqualTo(Path.of("/mine"));
        assertThat(Surroundings.of(environment, home, Optional.empty()).cache())
                .isEqualTo(Path.of("/somewhere/clickbench"));
    }
}
