package org.tsurutus.sensor.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.tsurutus.sensor.SensorException;
import org.tsurutus.sensor.fact.RawFact;
import org.tsurutus.windows.PeSource;

/// Takes the bytes of closed files: hashes them in one pass, looks into PE images, and keeps each
/// content once, under its SHA-256, readable by its owner only and never executable.
///
/// While a file comes it lies in the store under a name of its own, whether it is kept then or not.
/// Once the store has as many bytes as it may have, further contents are not kept; of those over
/// 256 MiB nothing but the hashes and the headers is looked at then.
public final class ContentStore implements AutoCloseable {
    /// How many bytes a run keeps unless told otherwise: 2 GiB.
    public static final long DEFAULT_LIMIT_BYTES = 2L << 30;

    private static final long ALWAYS_SPOOLED_BYTES = 256L << 20;

    private final Path directory;
    private final long limitBytes;
    private final long alwaysSpooledBytes;
    private final PeInspector inspector;
    private Optional<Incoming> incoming = Optional.empty();
    private long keptFiles;
    private long keptBytes;
    private long cutOrNotKept;

    private record Incoming(
            long content, FileHash hash, Path file, OutputStream out, boolean wanted) {}

    /// Keeps contents in `directory`, which is made when it is missing, and believes no signature.
    public ContentStore(Path directory) {
        this(directory, DEFAULT_LIMIT_BYTES, new PeInspector());
    }

    /// Keeps at most `limitBytes` in `directory`, which is made when it is missing.
    public ContentStore(Path directory, long limitBytes, PeInspector inspector) {
        this(directory, limitBytes, ALWAYS_SPOOLED_BYTES, inspector);
    }

    ContentStore(Path directory, long limitBytes, long alwaysSpooledBytes, PeInspector inspector) {
        this.directory = directory;
        this.limitBytes = limitBytes;
        this.alwaysSpooledBytes = alwaysSpooledBytes;
        this.inspector = inspector;
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new SensorException("cannot make the directory for files " + directory, e);
        }
    }

    /// A file's bytes begin; those of a file whose end never came are thrown away.
    ///
    /// @throws SensorException when the directory cannot be written
    public void begin(RawFact.Closed closed) {
        begin(closed, true);
    }

    /// A file's bytes begin that are looked at only: the file is known, not dropped.
    ///
    /// @throws SensorException when the directory cannot be written
    public void beginHashing(RawFact.Closed closed) {
        begin(closed, false);
    }

    private void begin(RawFact.Closed closed, boolean wanted) {
        abandon();
        try {
            Path file =
                    Files.createTempFile(
                            directory,
                            "incoming-",
                            ".part",
                            PosixFilePermissions.asFileAttribute(
                                    PosixFilePermissions.fromString("rw-------")));
            OutputStream out = Files.newOutputStream(file);
            incoming =
                    Optional.of(new Incoming(closed.content(), new FileHash(), file, out, wanted));
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// The next bytes; those of another file than the one that began belong to nothing.
    ///
    /// @throws SensorException when the directory cannot be written
    public void add(RawFact.Content content) {
        incoming.filter(file -> file.content() == content.content())
                .ifPresent(file -> add(file, content.bytes()));
    }

    /// A file's bytes end. Empty when they are not the whole file, since a hash of a part says
    /// nothing.
    ///
    /// @throws SensorException when the directory cannot be written
    public Optional<FileFacts> end(RawFact.ClosedEnd end) {
        if (incoming.isEmpty() || incoming.get().content() != end.content()) {
            return Optional.empty();
        }
        Incoming file = incoming.get();
        if (end.ending() != RawFact.Ending.COMPLETE || end.shipped() != file.hash().size()) {
            abandon();
            return Optional.empty();
        }
        incoming = Optional.empty();
        try {
            file.out().close();
            FileFacts facts = file.hash().facts(inspect(file));
            if (file.wanted()) {
                keep(file.file(), facts);
            } else {
                Files.delete(file.file());
            }
            return Optional.of(facts);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private Optional<PeFacts> inspect(Incoming file) throws IOException {
        try (PeSource source = PeSource.open(file.file())) {
            return isSpooled(file.hash().size())
                    ? inspector.inspect(source)
                    : inspector.inspectHead(source);
        }
    }

    private boolean isSpooled(long size) {
        return size <= alwaysSpooledBytes || keptBytes + size <= limitBytes;
    }

    /// Throws a begun file away and counts it.
    ///
    /// @throws SensorException when the directory cannot be written
    public void abandon() {
        if (incoming.isEmpty()) {
            return;
        }
        Incoming file = incoming.get();
        incoming = Optional.empty();
        cutOrNotKept++;
        try {
            file.out().close();
            Files.deleteIfExists(file.file());
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// How many different contents were kept by this run.
    public long keptFiles() {
        return keptFiles;
    }

    /// How many bytes they have.
    public long keptBytes() {
        return keptBytes;
    }

    /// How many files came in part only, or were hashed and not kept.
    public long cutOrNotKept() {
        return cutOrNotKept;
    }

    /// Throws a begun file away.
    @Override
    public void close() {
        abandon();
    }

    private void add(Incoming file, ByteBuffer bytes) {
        file.hash().add(bytes);
        if (!isSpooled(file.hash().size())) {
            return;
        }
        byte[] copy = new byte[bytes.remaining()];
        bytes.get(bytes.position(), copy);
        try {
            file.out().write(copy);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private void keep(Path file, FileFacts facts) throws IOException {
        Path target = directory.resolve(facts.sha256());
        if (Files.exists(target)) {
            Files.delete(file);
        } else if (keptBytes + facts.size() > limitBytes) {
            Files.delete(file);
            cutOrNotKept++;
        } else {
            move(file, target);
            keptFiles++;
            keptBytes += facts.size();
        }
    }

    private static void move(Path file, Path target) throws IOException {
        try {
            Files.move(file, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException _) {
            Files.delete(file);
        }
    }

    private SensorException failed(IOException cause) {
        return new SensorException(
                "cannot keep a file of the guest in "
                        + directory
                        + "; look for room and rights there",
                cause);
    }
}
