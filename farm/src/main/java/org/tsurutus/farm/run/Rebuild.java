package org.tsurutus.farm.run;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.tsurutus.farm.FarmException;
import org.tsurutus.farm.image.BuildFolder;
import org.tsurutus.windows.signature.TrustStore;

/// Makes a run's log again from what its directory keeps in `raw/`, and compares the two.
public final class Rebuild {
    private final RunDirectory run;
    private final List<PartRebuild> parts;
    private final Path log;

    /// @throws FarmException when the directory does not keep what is needed
    public Rebuild(RunDirectory run) {
        RunManifest manifest = run.manifest();
        this.run = run;
        this.log = run.log(manifest.specimen().sha256());
        List<PcFolder> pcs = manifest.pcs().size() > 1 ? run.all(manifest) : List.of(run.first());
        this.parts = pcs.stream().map(PartRebuild::new).toList();
    }

    /// What signatures were judged by in the run.
    public RecordingInputs.Trust trust() {
        return parts.getFirst().trust();
    }

    /// Writes the log and compares it with the run's own; a run without a log counts as one with an
    /// empty log.
    ///
    /// @param roots whom signatures are believed by
    /// @param scratch an existing folder for the contents of files meanwhile, on a disk with room
    /// @param out takes the log; stays open
    /// @throws UncheckedIOException when something cannot be read or written
    public Rebuilt write(TrustStore roots, Path scratch, OutputStream out) {
        try (InputStream recorded =
                Files.exists(log)
                        ? new BufferedInputStream(Files.newInputStream(log))
                        : InputStream.nullInputStream()) {
            Comparison comparison = new Comparison(out, recorded);
            PartRebuild.Written written =
                    parts.size() == 1
                            ? parts.getFirst().write(roots, scratch, comparison)
                            : join(roots, scratch, comparison);
            OptionalLong difference = comparison.firstDifference();
            return new Rebuilt(written.records(), difference, written.cut());
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot make the log of " + run.path() + " again: " + e, e);
        }
    }

    private PartRebuild.Written join(TrustStore roots, Path scratch, OutputStream out)
            throws IOException {
        Path folder = Files.createTempDirectory(scratch, ".rebuild-");
        try {
            List<Path> written = new ArrayList<>();
            Optional<String> cut = Optional.empty();
            for (PartRebuild part : parts) {
                Path file = folder.resolve(written.size() + ".log");
                try (OutputStream lines = new BufferedOutputStream(Files.newOutputStream(file))) {
                    Optional<String> here = part.write(roots, scratch, lines).cut();
                    cut = cut.or(() -> here);
                }
                written.add(file);
            }
            return new PartRebuild.Written(JoinedLog.write(written, folder, out), cut);
        } finally {
            BuildFolder.delete(folder);
        }
    }
}
