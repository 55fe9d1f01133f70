package org.tsurutus.farm.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tsurutus.farm.FarmException;

class ScenarioFileTest {
    private static final String TWO =
            """
            name = "two"
            network = "simulated"
            answers = "answers.toml"
            notes = ["for tests"]

            [[pc]]
            name = "FIRST"
            address = "10.1.2.3"
            accounts = [{ name = "anna", password = "secret one" }]
            logged_on = "anna"
            documents = [{ path = 'C:\\Public\\a.txt', file = "a.txt" }]

            [[pc]]
            name = "SECOND"
            address = "10.1.2.4"
            shares = [{ name = "Public", path = 'C:\\Public' }]
            next_logon = "45s"
            """;

    @TempDir Path folder;

    private Scenario read(String text) throws IOException {
        Files.writeString(folder.resolve("a.txt"), "budget");
        return ScenarioFile.read(Files.writeString(folder.resolve("s.toml"), text));
    }

    @Test
    void aScenarioSaysAllThatItsFileSays() throws IOException {
        Scenario scenario = read(TWO);

        assertThat(scenario.name()).isEqualTo("two");
        assertThat(scenario.notes()).containsExactly("for tests");
        assertThat(scenario.network())
                .isEqualTo(new Network.Simulated(Optional.of(folder.resolve("answers.toml"))));
        assertThat(scenario.ours()).hasToString("10.1.2.1");
        ScenarioPc first = scenario.pcs().getFirst();
        assertThat(first.loggedOn()).contains(new Account("anna", "secret one"));
        assertThat(new String(first.documents().getFirst().content(), StandardCharsets.UTF_8))
                .isEqualTo("budget");
        ScenarioPc second = scenario.pcs().getLast();
        assertThat(second.shares()).containsExactly(new Share("Public", "C:\\Public"));
        assertThat(second.nextLogon()).contains(Duration.ofSeconds(45));
        assertThat(second.loggedOn()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "name = \"two\" | nome = \"two\" | :1:1: the key name is missing",
                "notes = [ | notices = [ | :4:1: there is no key notices here; known are answers, name, network, notes, pc",
                "password = \"secret one\" | password = \"secret one\", age = 3 | there is no key age here",
                "\"simulated\" | \"internet\" | :2:1: \"internet\" is no network; write none, lan, simulated or gateway:NAME",
                "\"simulated\" | \"lan\" | :3:1: answers need network = \"simulated\"",
                "10.1.2.4 | 10.1.2.3 | SECOND (10.1.2.3) has the name or the address of another PC",
                "10.1.2.4 | 192.168.2.4 | 192.168.2.4 of SECOND does not fit",
                "10.1.2.4 | 10.1.2.999 | :15:1: ",
                "logged_on = \"anna\" | logged_on = \"bert\" | :10:1: \"bert\" is none of this PC's accounts",
                "file = \"a.txt\" | file = \"b.txt\" | cannot read ",
                "C:\\Public\\a.txt | C:\\Public\\..\\a.txt | is no path on drive C",
                "45s | soon | :17:1: \"soon\" is no time",
                "\"SECOND\" | \"a name\" | :14:1: \"a name\" is no computer name",
                "\"SECOND\" | 7 | :14:1: name must be a text in quotes",
                "[\"for tests\"] | [\"for tests\" | s.toml:"
            })
    void whatIsWrongIsToldWithItsPlace(String right, String wrong, String told) {
        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> read(TWO.replace(right, wrong)))
                .withMessageContaining("s.toml:")
                .withMessageContaining(told);
    }

    @Test
    void theOfficeHasThreePcsAndMoreWithDistinctNames() {
        Scenario office = ScenarioFile.office();

        assertThat(office.first(3).pcs())
                .extracting(ScenarioPc::name)
                .containsExactly("OFFICE-PC1", "OFFICE-PC2", "OFFICE-PC3");
        assertThatExceptionOfType(FarmException.class)
                .isThrownBy(() -> office.first(99))
                .withMessage("the scenario office has 1 to 8 PCs, not 99");
    }
}
