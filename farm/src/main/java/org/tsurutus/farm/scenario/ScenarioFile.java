package org.tsurutus.farm.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.tsurutus.farm.FarmException;
import org.tsurutus.network.packet.Ipv4Address;

/// Reads scenarios, which people write as TOML; `docs/scenarios.md` tells every key.
public final class ScenarioFile {
    private static final long LARGEST = 1 << 20;
    private static final String OFFICE = "office.toml";

    private final Path folder;

    private ScenarioFile(Path folder) {
        this.folder = folder;
    }

    /// Reads a scenario.
    ///
    /// @throws FarmException with line and column of what is not understood
    public static Scenario read(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw FarmException.input(
                        file + " has more than " + LARGEST + " bytes; put documents into files");
            }
            Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
            return new ScenarioFile(folder)
                    .scenario(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
        } catch (MalformedInputException e) {
            throw FarmException.input(
                    file + " is no UTF-8 from byte " + e.getInputLength() + " on");
        } catch (IOException e) {
            throw FarmException.input("cannot read the scenario " + file + ": " + e);
        }
    }

    /// The office that is built in.
    public static Scenario office() {
        try (InputStream in = ScenarioFile.class.getResourceAsStream(OFFICE)) {
            if (in == null) {
                throw new IllegalStateException(OFFICE + " is missing from the farm module");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return new ScenarioFile(Path.of("")).scenario(OFFICE, text);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + OFFICE + ": " + e, e);
        }
    }

    private Scenario scenario(String file, String text) {
        return StrictTable.parse(file, text).whole(this::scenario);
    }

    private Scenario scenario(StrictTable table) {
        String name = table.text("name");
        Network network = network(table);
        List<ScenarioPc> pcs = table.tables("pc", this::pc);
        List<String> notes = table.texts("notes");
        return table.at("pc", () -> new Scenario(name, network, pcs, notes));
    }

    private Network network(StrictTable table) {
        String word = table.optionalText("network").orElse("lan");
        Network network = table.at("network", () -> Network.parse(word));
        Optional<Path> script = table.optionalText("answers").map(folder::resolve);
        if (script.isEmpty()) {
            return network;
        }
        if (!(network instanceof Network.Simulated)) {
            throw table.wrong("answers", "answers need network = \"simulated\"");
        }
        return new Network.Simulated(script);
    }

    private ScenarioPc pc(StrictTable table) {
        String name = table.text("name");
        String address = table.text("address");
        List<Account> accounts =
                table.tables(
                        "accounts",
                        account -> {
                            String user = account.text("name");
                            String password = account.text("password");
                            return account.here(() -> new Account(user, password));
                        });
        Optional<String> loggedOn = table.optionalText("logged_on");
        List<Share> shares =
                table.tables(
                        "shares",
                        share -> {
                            String called = share.text("name");
                            String path = share.text("path");
                            return share.here(() -> new Share(called, path));
                        });
        List<Document> documents = table.tables("documents", this::document);
        Optional<Duration> nextLogon =
                table.optionalText("next_logon")
                        .map(time -> table.at("next_logon", () -> seconds(time)));
        Ipv4Address at = table.at("address", () -> Ipv4Address.parse(address));
        return table.at(
                "name",
                () ->
                        new ScenarioPc(
                                name,
                                at,
                                accounts,
                                loggedOn.map(user -> known(table, accounts, user)),
                                shares,
                                documents,
                                nextLogon));
    }

    private static Account known(StrictTable table, List<Account> accounts, String user) {
        return accounts.stream()
                .filter(account -> account.name().equals(user))
                .findFirst()
                .orElseThrow(() ->
                        table.wrong(
                                "logged_on",
                                "\"" + user + "\" is none of this PC's accounts; add it there"));
    }

    private Document document(StrictTable table) {
        String path = table.text("path");
        Optional<String> text = table.optionalText("text");
        Optional<String> file = table.optionalText("file");
        if (text.isPresent() == file.isPresent()) {
            throw table.wrong("path", "a document has either text or file");
        }
        byte[] content =
                text.map(words -> words.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(() ->
                                table.at("file", () -> bytes(folder.resolve(file.orElseThrow()))));
        return table.here(() -> new Document(path, content));
    }

    private static byte[] bytes(Path file) {
        try {
            if (Files.size(file) > Document.LARGEST) {
                throw FarmException.input(file + " has more than " + Document.LARGEST + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw FarmException.input("cannot read " + file + ": " + e);
        }
    }

    private static Duration seconds(String text) {
        if (!text.matches("[0-9]{1,4}s")) {
            throw FarmException.input("\"" + text + "\" is no time; write seconds as 45s");
        }
        return Duration.ofSeconds(Long.parseLong(text.substring(0, text.length() - 1)));
    }
}
