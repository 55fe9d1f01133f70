package org.tsurutus.disk.boot;

import java.io.IOException;
import java.net.Inet4Address;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.tsurutus.disk.JsonNote;
import org.tsurutus.disk.iscsi.Chap;

/// Leases that a test tells the process that answers PCs: a file for each leased PC.
///
/// @param folder made when something is leased
public record LeaseNotes(Path folder) implements CurrentLeases {
    private record Note(
            String secret,
            String portal,
            int port,
            int lun,
            String target,
            String initiator,
            Chap chap) {
        BootLease lease() {
            return new BootLease(
                    new BootSecret(secret),
                    Inet4Address.ofLiteral(portal),
                    port,
                    lun,
                    target,
                    initiator,
                    chap);
        }
    }

    /// Lets a PC boot.
    public void lease(String pc, BootLease lease) throws IOException {
        Files.createDirectories(folder);
        JsonNote.write(
                file(pc),
                new Note(
                        lease.secret().text(),
                        lease.portal().getHostAddress(),
                        lease.port(),
                        lease.lun(),
                        lease.target(),
                        lease.initiator(),
                        lease.chap()));
    }

    /// Ends a PC's lease; nothing where there is none.
    public void end(String pc) throws IOException {
        Files.deleteIfExists(file(pc));
    }

    @Override
    public Optional<BootLease> of(String pc) {
        return JsonNote.read(file(pc), Note.class).map(Note::lease);
    }

    private Path file(String pc) {
        return folder.resolve(pc + ".json");
    }
}
