package org.tsurutus.hunt.lateral;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tsurutus.markii.MarkIIRecord;

/// Finds processes whose programs were put there by another PC, by what a log in the order of time
/// says: whoever started them, and however much later.
///
/// A process that closed what it had written to `\\HOST\SHARE\REST` planted it; a process of the
/// terminal of that name or address whose program has the same hash, and a path that ends with
/// `\REST`, was planted.
public final class PlantedStarts {
    /// More plants than this are forgotten, the oldest first.
    private static final int MOST = 100_000;

    private static final int MOST_COPIES = 64;
    private static final Pattern REMOTE = Pattern.compile("\\\\\\\\([^\\\\]+)\\\\[^\\\\]+(\\\\.+)");

    private final Map<String, Deque<Planted>> planted =
            new LinkedHashMap<>() {
                @Override
                protected boolean removeEldestEntry(Map.Entry<String, Deque<Planted>> eldest) {
                    return size() > MOST;
                }
            };

    /// A program that lies on another PC.
    ///
    /// @param host that PC, as the path names it
    /// @param rest its path there behind the share's, in lower case
    record Planted(Actor by, String host, String path, String rest) {}

    /// Nothing is known yet.
    PlantedStarts() {}

    /// All of a log, in its order.
    public static List<PlantedStart> of(Stream<MarkIIRecord> log) {
        PlantedStarts starts = new PlantedStarts();
        return log.sequential()
                .peek(starts::copied)
                .map(starts::take)
                .flatMap(Optional::stream)
                .toList();
    }

    /// Takes the next record, which may tell that something was put on another PC.
    ///
    /// @return what was put there
    Optional<Planted> copied(MarkIIRecord record) {
        String path = record.value("path", "");
        String sha256 = record.value("sha256", "");
        Matcher remote = REMOTE.matcher(path);
        boolean wasWritten = !record.value("write", "0").equals("0");
        if (!record.kind().equals("file/close") || !wasWritten || !remote.matches()) {
            return Optional.empty();
        }
        Planted copy = new Planted(Actor.of(record), remote.group(1), path, small(remote.group(2)));
        if (!sha256.isEmpty()) {
            remember(copy, sha256);
        }
        return Optional.of(copy);
    }

    private void remember(Planted copy, String sha256) {
        Deque<Planted> copies =
                planted.computeIfAbsent(key(copy.host(), sha256), _ -> new ArrayDeque<>());
        copies.addFirst(copy);
        if (copies.size() > MOST_COPIES) {
            copies.removeLast();
        }
    }

    /// Takes the next record, which may tell that a program began.
    ///
    /// @return its start, if it was put there
    Optional<PlantedStart> take(MarkIIRecord record) {
        if (!record.kind().equals("ps/start")) {
            return Optional.empty();
        }
        String sha256 = record.value("sha256", "");
        String path = small(record.value("psPath", ""));
        return Stream.concat(
                        Stream.of(record.value("com", "")),
                        Stream.of(record.value("ip", "").split(",")))
                .flatMap(host -> Optional.ofNullable(planted.get(key(host, sha256))).stream())
                .flatMap(Deque::stream)
                .filter(copy -> path.endsWith(copy.rest()))
                .findFirst()
                .map(copy ->
                        new PlantedStart(
                                record.time(),
                                copy.by(),
                                copy.path(),
                                Actor.of(record),
                                record.value("cmd", ""),
                                sha256));
    }

    private static String key(String host, String sha256) {
        return small(host.strip()) + " " + sha256;
    }

    private static String small(String text) {
        return text.toLowerCase(Locale.ROOT);
    }
}
