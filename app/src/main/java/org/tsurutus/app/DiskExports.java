package org.tsurutus.app;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tsurutus.disk.JsonNote;
import org.tsurutus.disk.boot.BootLease;
import org.tsurutus.disk.boot.BootSecret;
import org.tsurutus.disk.iscsi.Chap;
import org.tsurutus.disk.iscsi.IscsiExport;
import org.tsurutus.disk.iscsi.Lio;
import org.tsurutus.disk.iscsi.Lun;
import org.tsurutus.disk.iscsi.Session;
import org.tsurutus.disk.iscsi.Tgt;
import org.tsurutus.disk.iscsi.TgtDaemon;
import org.tsurutus.disk.store.DiskName;
import org.tsurutus.farm.FarmException;

/// The disks of a store that a person exports: `targets/DISK.json` in its folder, which root alone
/// reads, is there from before an export begins until after it has ended.
record DiskExports(OpenStore open) {
    private static final String TARGETS = "iqn.2026-01.org.tsurutus:";
    private static final String LETTERS =
            "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

    /// As long as the initiator of Windows takes them.
    private static final int SECRET = 16;

    private static final SecureRandom RANDOM = new SecureRandom();

    /// An export.
    ///
    /// @param to which target program serves it
    /// @param portal address and port
    record Note(
            String target, String to, String portal, String initiator, String user, String secret) {
        /// What a PC that starts from it must know.
        BootLease lease() {
            String[] listening = portal.split(":", 2);
            Chap chap = new Chap(user, secret);
            return new BootLease(
                    BootSecret.of(chap),
                    Inet4Address.ofLiteral(listening[0]),
                    Integer.parseInt(listening[1]),
                    switch (To.valueOf(to)) {
                        case LIO -> Lio.LUN;
                        case TGT -> Tgt.LUN;
                    },
                    target,
                    initiator,
                    chap);
        }
    }

    /// Which target program.
    enum To {
        LIO,
        TGT
    }

    private Path folder() {
        return open.folder().resolve("targets");
    }

    /// Where the secret stands.
    Path file(DiskName disk) {
        return folder().resolve(disk + ".json");
    }

    Optional<Note> find(DiskName disk) {
        return JsonNote.read(file(disk), Note.class);
    }

    /// @throws FarmException when the disk is exported
    void requireNone(DiskName disk) {
        find(disk)
                .ifPresent(note -> {
                    throw FarmException.input(
                            "the disk "
                                    + disk
                                    + " is exported as "
                                    + note.target
                                    + "; tsurutus disk withdraw "
                                    + disk
                                    + " ends that");
                });
    }

    /// Offers a disk.
    ///
    /// @param attached where it is
    Note export(DiskName disk, Path attached, To to, String portal, String initiator) {
        Note note =
                new Note(
                        // A name of iSCSI has no underscore, and that of a disk no colon.
                        TARGETS + disk.text().replace('_', ':'),
                        to.name(),
                        portal,
                        initiator,
                        disk.text(),
                        secret());
        Chap chap = new Chap(note.user, note.secret);
        Lun lun = new Lun(note.target, attached, false, initiator, chap);
        open.actions().perform("write (secret) to " + file(disk), () -> keep(disk, note));
        if (to == To.TGT) {
            startTgt(portal);
        }
        target(note).export(lun);
        return note;
    }

    private static String secret() {
        return RANDOM.ints(SECRET, 0, LETTERS.length())
                .mapToObj(index -> LETTERS.substring(index, index + 1))
                .collect(Collectors.joining());
    }

    private void keep(DiskName disk, Note note) {
        try {
            if (!Files.isDirectory(folder())) {
                Files.createDirectory(
                        folder(),
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rwx------")));
            }
            JsonNote.write(file(disk), note);
        } catch (IOException e) {
            throw FarmException.environment("cannot write " + file(disk) + ": " + e, e);
        }
    }

    private void startTgt(String portal) {
        boolean isThere = open.actions().look(false, () -> TgtDaemon.isThere(socket()));
        Optional<String> other =
                notes().stream()
                        .filter(note -> note.to.equals(To.TGT.name()))
                        .map(Note::portal)
                        .filter(listening -> !listening.equals(portal))
                        .findFirst();
        if (isThere && other.isPresent()) {
            throw FarmException.input(
                    "this store's tgtd listens at " + other.get() + "; name that as the portal");
        }
        if (!isThere) {
            open.actions()
                    .perform(
                            "tgtd --foreground --iscsi portal=" + portal,
                            () -> {
                                TgtDaemon _ = TgtDaemon.start(socket(), portal);
                            });
        }
    }

    private Path socket() {
        return folder().resolve("tgt");
    }

    private List<Note> notes() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .flatMap(file -> JsonNote.read(file, Note.class).stream())
                    .toList();
        } catch (IOException e) {
            throw FarmException.environment("cannot look into " + folder() + ": " + e, e);
        }
    }

    private IscsiExport target(Note note) {
        return switch (To.valueOf(note.to)) {
            case LIO -> new Lio(Lio.CONFIGURATION, note.portal, open.actions());
            case TGT -> new Tgt(socket(), open.actions());
        };
    }

    /// Ends an export; nothing where there is none.
    ///
    /// @param cut whether a PC that is logged in is cut off
    /// @return whether there was one
    /// @throws FarmException when a PC is logged in and not to be cut off
    boolean withdraw(DiskName disk, boolean cut) {
        Optional<Note> found = find(disk);
        found.ifPresent(note -> withdraw(disk, note, cut));
        return found.isPresent();
    }

    private void withdraw(DiskName disk, Note note, boolean cut) {
        if (note.to.equals(To.LIO.name()) || isTgtThere()) {
            IscsiExport target = target(note);
            List<Session> sessions =
                    open.actions().look(List.of(), () -> target.sessions(note.target));
            if (!sessions.isEmpty() && !cut) {
                throw FarmException.input(
                        "the disk "
                                + disk
                                + " is in use by "
                                + sessions.getFirst().initiator()
                                + "; switch that PC off, or cut it off with --cut");
            }
            if (cut) {
                target.cutOff(note.target);
            }
            target.withdraw(note.target);
        }
        open.actions().perform("remove " + file(disk), () -> forget(disk));
        if (notes().stream().noneMatch(other -> other.to.equals(To.TGT.name())) && isTgtThere()) {
            open.actions()
                    .perform("tgtadm --op delete --mode system", () -> TgtDaemon.end(socket()));
        }
    }

    private boolean isTgtThere() {
        return open.actions().look(true, () -> TgtDaemon.isThere(socket()));
    }

    private void forget(DiskName disk) {
        try {
            Files.deleteIfExists(file(disk));
        } catch (IOException e) {
            throw FarmException.environment("cannot remove " + file(disk) + ": " + e, e);
        }
    }
}
