package org.tsurutus.sensor;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.tsurutus.sensor.file.FileFacts;
import org.tsurutus.sensor.wine.OpenFile;
import org.tsurutus.sensor.wine.WineProcess;

/// Finds out which process did what the kernel reports of a file. The kernel is the witness that it
/// happened, the trace says who asked for it; they meet by path.
final class FileClaims {
    private static final int MAX_PATHS = 4_096;
    private static final long CREATION_WAITS_NANOS = 10_000_000_000L;

    private final SequencedMap<String, Long> creations = new LinkedHashMap<>();
    private final Meeting<Close, Actor> closes = new Meeting<>();
    private final Meeting<Long, Actor> deletes = new Meeting<>();
    private final Map<String, Actor> writers = new Recent<>(MAX_PATHS);
    private final Map<String, Actor> deleters = new Recent<>(MAX_PATHS);

    /// A process and the opening through which it acted.
    record Actor(WineProcess process, OpenFile file) {}

    /// The kernel's word that a file was closed after writing.
    ///
    /// @param facts empty when the bytes are not known in full
    record Close(long size, Optional<FileFacts> facts, long nanos) {}

    /// What the kernel said of a path and waited too long for the trace.
    ///
    /// @param actor whoever did the like to that path last
    record Claim<K>(String path, K word, Optional<Actor> actor) {}

    /// The kernel made a name.
    void created(String path, long nanos) {
        creations.remove(path);
        creations.put(path, nanos);
    }

    /// When the kernel made this name, if nobody has claimed that yet.
    Optional<Long> claimCreation(String path) {
        return Optional.ofNullable(creations.remove(path));
    }

    /// A process opened a file.
    void opened(WineProcess process, OpenFile file) {
        if (file.writes()) {
            writers.put(file.unixPath(), new Actor(process, file));
        }
    }

    /// A process closed the last handle of a file for writing; answers with the kernel's close if
    /// that came first.
    Optional<Close> releasedWriting(Actor actor, long nanos) {
        String path = actor.file().unixPath();
        writers.put(path, actor);
        return actor.file().closeSeen() ? Optional.empty() : closes.trace(path, actor, nanos);
    }

    /// A process closed the last handle of a file that goes with it; answers with the kernel's
    /// deletion if that came first.
    Optional<Long> releasedDeleting(Actor actor, long nanos) {
        String path = actor.file().unixPath();
        deleters.put(path, actor);
        return deletes.trace(path, actor, nanos);
    }

    /// The kernel closed a file; answers with who closed its handle, if that came first.
    Optional<Actor> closed(String path, Close close) {
        return closes.kernel(path, close, close.nanos());
    }

    /// The kernel deleted a file; answers with who closed its handle, if that came first.
    Optional<Actor> deleted(String path, long nanos) {
        return deletes.kernel(path, nanos, nanos);
    }

    List<Claim<Close>> overdueCloses(long nanos, boolean all) {
        List<Claim<Close>> claims = claims(closes, writers, nanos, all);
        claims.forEach(claim -> claim.actor().ifPresent(actor -> actor.file().markCloseSeen()));
        return claims;
    }

    List<Claim<Long>> overdueDeletes(long nanos, boolean all) {
        return claims(deletes, deleters, nanos, all);
    }

    List<Claim<Long>> overdueCreations(long nanos, boolean all) {
        List<Claim<Long>> overdue = new ArrayList<>();
        while (!creations.isEmpty()) {
            Map.Entry<String, Long> oldest = creations.firstEntry();
            boolean late = nanos - oldest.getValue() > CREATION_WAITS_NANOS;
            if (!all && !late && creations.size() <= MAX_PATHS) {
                break;
            }
            creations.remove(oldest.getKey());
            overdue.add(new Claim<>(oldest.getKey(), oldest.getValue(), Optional.empty()));
        }
        return overdue;
    }

    /// A file or directory got another name, and everything known of it goes along.
    void moved(String from, String to) {
        closes.moved(from, to);
        deletes.moved(from, to);
        follow(writers, from, to);
        follow(deleters, from, to);
    }

    private static <K> List<Claim<K>> claims(
            Meeting<K, Actor> meeting, Map<String, Actor> last, long nanos, boolean all) {
        List<Claim<K>> claims = new ArrayList<>();
        for (Meeting.Overdue<K> overdue : all ? meeting.all() : meeting.overdue(nanos)) {
            Optional<Actor> actor = Optional.ofNullable(last.get(overdue.path()));
            claims.add(new Claim<>(overdue.path(), overdue.word(), actor));
        }
        return claims;
    }

    private static void follow(Map<String, Actor> actors, String from, String to) {
        Map<String, Actor> followed = new LinkedHashMap<>();
        actors.forEach((path, actor) -> {
            if (!UnixMove.apply(path, from, to).equals(path)) {
                followed.put(path, actor);
            }
        });
        followed.forEach((path, actor) -> {
            String now = UnixMove.apply(path, from, to);
            actor.file().moveUnix(now);
            actors.remove(path);
            actors.put(now, actor);
        });
    }
}
