package org.tsurutus.farm.run;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tsurutus.farm.FarmException;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.MarkIIRecord;
import org.tsurutus.markii.MarkIIWriter;
import org.tsurutus.sensor.WineSensor;
import org.tsurutus.sensor.fact.FactReader;
import org.tsurutus.sensor.file.ContentStore;
import org.tsurutus.sensor.file.KnownFiles;
import org.tsurutus.windows.signature.TrustStore;

/// Makes one PC's part of a run's log again from what is kept of it in `raw/`.
final class PartRebuild {
    private final PcFolder pc;
    private final RecordingInputs inputs;
    private final KnownFiles known;
    private final List<KeptClicks.Kept> clicks;

    /// @throws FarmException when the folder does not keep what is needed
    PartRebuild(PcFolder pc) {
        this.pc = pc;
        this.inputs = pc.raw().inputs();
        this.known = pc.raw().known();
        this.clicks = pc.raw().clicks().all();
    }

    /// What signatures were judged by in the run.
    RecordingInputs.Trust trust() {
        return inputs.trust();
    }

    /// What was written.
    ///
    /// @param cut why the raw facts break off, where they do
    record Written(long records, Optional<String> cut) {}

    /// Writes the part.
    ///
    /// @param roots whom signatures are believed by
    /// @param scratch an existing folder for the contents of files meanwhile
    /// @param out stays open
    Written write(TrustStore roots, Path scratch, OutputStream out) throws IOException {
        try (FactsInput facts = new FactsInput(Files.newInputStream(pc.raw().facts()))) {
            long records = write(facts, roots, scratch, out);
            return new Written(records, facts.cut());
        }
    }

    private long write(InputStream facts, TrustStore roots, Path scratch, OutputStream out)
            throws IOException {
        Path contents = Files.createTempDirectory(scratch, ".rebuild-");
        try (ContentStore store =
                new ContentStore(
                        contents, ContentStore.DEFAULT_LIMIT_BYTES, inputs.inspector(roots))) {
            Lines lines = new Lines(new BufferedOutputStream(out));
            replay(facts, new WineSensor(inputs.pc(), known, store, lines::write));
            lines.out.flush();
            return lines.records;
        } finally {
            delete(contents);
        }
    }

    private void replay(InputStream facts, WineSensor sensor) {
        FactReader reader = new FactReader(facts);
        sensor.follow(reader);
        long[] taken = {0};
        tellAfter(taken[0], sensor);
        reader.forEach(fact -> {
            sensor.accept(fact);
            tellAfter(++taken[0], sensor);
        });
        sensor.finish();
        inputs.end().ifPresent(end -> sensor.stopped(end.wall(), end.why()));
        tellChanged(Optional.empty(), sensor);
    }

    private void tellChanged(Optional<Long> afterFacts, WineSensor sensor) {
        for (RecordingInputs.ChangedDisk disk : inputs.changed()) {
            if (!disk.afterFacts().equals(afterFacts)) {
                continue;
            }
            for (ChangedRun changed : disk.runs()) {
                sensor.sectorsChanged(
                        disk.wall(),
                        disk.path(),
                        changed.lba(),
                        changed.count(),
                        changed.oldSha256(),
                        changed.newSha256(),
                        changed.structure());
            }
        }
    }

    private void tellAfter(long facts, WineSensor sensor) {
        inputs.begin()
                .filter(begin -> begin.afterFacts() == facts)
                .ifPresent(begin ->
                        sensor.startRecording(
                                begin.wall(), begin.guestNanos(), begin.containment()));
        KeptClicks.tell(clicks, facts, sensor);
        tellChanged(Optional.of(facts), sensor);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> all = files.toList();
            for (Path file : all) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /// Takes records as a recording does: what a line cannot hold is passed over.
    private static final class Lines {
        private final OutputStream out;
        private long records;

        Lines(OutputStream out) {
            this.out = out;
        }

        void write(MarkIIRecord written) {
            try {
                out.write((MarkIIWriter.line(written) + "\n").getBytes(StandardCharsets.UTF_8));
                records++;
            } catch (MarkIIException _) {
                // the run counted it among its gaps
            } catch (IOException e) {
                throw new UncheckedIOException(
                        "cannot write the log that is made again: " + e.getMessage(), e);
            }
        }
    }
}
