package org.tsurutus.farm.run;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.scenario.Scenario;
import tools.jackson.core.JacksonException;

/// The files of one run, by name. Everything a later stage needs is reached from here.
///
/// @param path the run's directory, `runs/<run id>`
public record RunDirectory(Path path) {
    /// `run.json`, the manifest.
    public Path manifestFile() {
        return path.resolve("run.json");
    }

    /// `<sha256>.log`, the run's one Mark II log, named for its specimen.
    public Path log(String sha256) {
        return path.resolve(sha256 + ".log");
    }

    /// What is kept of the PC that got the specimen.
    public PcFolder first() {
        return new PcFolder(path);
    }

    /// What is kept of one of a scenario's PCs.
    PcFolder of(String pc, Scenario scenario) {
        return scenario.pcs().getFirst().name().equals(pc) ? first() : further(pc);
    }

    private PcFolder further(String pc) {
        return new PcFolder(path.resolve("pcs").resolve(pc));
    }

    /// What is kept of each PC, in the order of the manifest.
    public List<PcFolder> all(RunManifest manifest) {
        return manifest.pcs().stream()
                .map(pc -> pc.equals(manifest.pcs().getFirst()) ? first() : further(pc.com()))
                .toList();
    }

    /// `net/`, what went over the run's LAN.
    public Path net() {
        return path.resolve("net");
    }

    /// `extend/`, where more time is asked for while the run goes on.
    public Extensions extensions() {
        return new Extensions(path.resolve("extend"));
    }

    /// `clicks.jsonl`, one line for every click.
    public Path clicks() {
        return first().clicks();
    }

    /// `screens/`, the pictures that clicks and reports refer to.
    public Path screens() {
        return first().screens();
    }

    /// `files/`, dropped files named by their SHA-256, never executable.
    public Path files() {
        return path.resolve("files");
    }

    /// `raw/`, what the log was made from.
    public RawFolder raw() {
        return first().raw();
    }

    /// `<sha256>.log.rebuilt`, the log made again where that came out otherwise.
    public Path rebuiltLog(String sha256) {
        return path.resolve(sha256 + ".log.rebuilt");
    }

    /// `disk/`, sectors before and after.
    public Path disk() {
        return first().disk();
    }

    /// `report.html`.
    public Path report() {
        return path.resolve("report.html");
    }

    /// Reads the manifest.
    ///
    /// @throws FarmException when the directory holds no readable run
    public RunManifest manifest() {
        try {
            return JsonFile.JSON.readValue(Files.readAllBytes(manifestFile()), RunManifest.class);
        } catch (IOException e) {
            throw FarmException.input(
                    "no run in "
                            + path
                            + ": run.json cannot be read; name a directory that holds one");
        } catch (JacksonException e) {
            throw FarmException.input(
                    manifestFile() + " is not a run's manifest: " + e.getOriginalMessage());
        }
    }

    /// Writes the manifest in one step, so that a reader sees the old one or the new one.
    public void save(RunManifest manifest) {
        JsonFile.save(manifestFile(), manifest);
    }
}
