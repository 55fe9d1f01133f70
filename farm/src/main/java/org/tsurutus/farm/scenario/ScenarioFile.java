package org.tsurutus.farm.scenario;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tsurutus.farm.FarmException;
import org.tsurutus.network.NetworkException;
import org.tsurutus.network.packet.Ipv4Address;
import org.tsurutus.network.settings.StrictTable;

/// Reads scenarios, which people write as TOML; `docs/scenarios.md` tells every key.
public final class ScenarioFile {
    private static final String OFFICE = "office.toml";

    private final Path folder;

    private ScenarioFile(Path folder) {
        this.folder = folder;
    }

    /// Reads a scenario.
    ///
    /// @throws FarmException with line and column of what is not understood
    public static Scenario read(Path file) {
        Path folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        try {
            return StrictTable.read(file, new ScenarioFile(folder)::scenario);
        } catch (NetworkException e) {
            throw FarmException.input(String.valueOf(e.getMessage()));
        }
    }

    /// The office that is built in.
    public static Scenario office() {
        try (InputStream in = ScenarioFile.class.getResourceAsStream(OFFICE)) {
            if (in == null) {
                throw new IllegalStateException(OFFICE + " is missing from the farm module");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return StrictTable.parse(
                    Path.of(OFFICE), text, new ScenarioFile(Path.of(""))::scenario);
        } catch (IOException e) {
            throw FarmException.environment("cannot read " + OFFICE + ": " + e, e);
        }
    }

    private Scenario scenario(StrictTable table) {
        String name = needed(table, "name");
        Network network = network(table);
        List<ScenarioPc> pcs = table.tables("pc", this::pc);
        List<String> notes = table.list("notes", String.class, note -> note);
        return at(table, "pc", () -> new Scenario(name, network, pcs, notes));
    }

    private Network network(StrictTable table) {
        String word = table.text("network").orElse("lan");
        Network network = at(table, "network", () -> Network.parse(word));
        Optional<Path> script = table.text("answers").map(folder::resolve);
        if (script.isEmpty()) {
            return network;
        }
        if (!(network instanceof Network.Simulated)) {
            throw table.wrong("answers", "answers need network = \"simulated\"");
        }
        return new Network.Simulated(script);
    }

    private ScenarioPc pc(StrictTable table) {
        String name = needed(table, "name");
        String address = needed(table, "address");
        List<Account> accounts =
                table.tables(
                        "accounts",
                        account -> {
                            String user = needed(account, "name");
                            String password = needed(account, "password");
                            return here(account, () -> new Account(user, password));
                        });
        Optional<String> loggedOn = table.text("logged_on");
        List<Share> shares =
                table.tables(
                        "shares",
                        share -> {
                            String called = needed(share, "name");
                            String path = needed(share, "path");
                            return here(share, () -> new Share(called, path));
                        });
        List<Document> documents = table.tables("documents", this::document);
        Optional<Duration> nextLogon =
                table.text("next_logon").map(time -> at(table, "next_logon", () -> seconds(time)));
        Ipv4Address at = at(table, "address", () -> Ipv4Address.parse(address));
        return at(
                table,
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

    private static String needed(StrictTable table, String key) {
        return table.required(key, table.text(key));
    }

    /// What is wrong with a key's value is told with its place.
    private static <T> T at(StrictTable table, String key, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (FarmException | NetworkException e) {
            throw table.wrong(key, String.valueOf(e.getMessage()));
        }
    }

    private static <T> T here(StrictTable table, Supplier<T> maker) {
        try {
            return maker.get();
        } catch (FarmException e) {
            throw table.wrong(String.valueOf(e.getMessage()));
        }
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
        String path = needed(table, "path");
        Optional<String> text = table.text("text");
        Optional<String> file = table.text("file");
        if (text.isPresent() == file.isPresent()) {
            throw table.wrong("path", "a document has either text or file");
        }
        byte[] content =
                text.map(words -> words.getBytes(StandardCharsets.UTF_8))
                        .orElseGet(() ->
                                at(table, "file", () -> bytes(folder.resolve(file.orElseThrow()))));
        return here(table, () -> new Document(path, content));
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
