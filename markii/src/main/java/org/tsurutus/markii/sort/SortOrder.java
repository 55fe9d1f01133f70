package org.tsurutus.markii.sort;

import java.util.ArrayList;
import java.util.List;
import org.tsurutus.markii.MarkIIException;
import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.Keys;
import org.tsurutus.markii.vocabulary.Vocabulary;

/// By which keys records are sorted; the first decides, the next only where it is equal.
///
/// Times are sorted by instant, keys of a numeric type by value, all others by the bytes of their
/// text in UTF-8, of which the first 4,096 count. A value that does not fit its type stands behind
/// those that do, and a record that lacks the key behind all.
public final class SortOrder {
    /// Terminal by terminal, each by its clock and then by serial number.
    public static final SortOrder BY_TERMINAL = parse("tmid,time,sn");

    /// By the clock, whatever the terminal.
    public static final SortOrder BY_TIME = parse("time,tmid,sn");

    private static final String TIME = "time";

    private final List<SortKey> keys;

    private SortOrder(List<SortKey> keys) {
        this.keys = keys;
    }

    /// Reads keys with commas between them; `time` is the time of the record.
    ///
    /// @throws MarkIIException for a key that the vocabulary lacks
    public static SortOrder parse(String names) {
        List<SortKey> keys = new ArrayList<>();
        for (String name : names.split(",", -1)) {
            keys.add(key(name.strip()));
        }
        return new SortOrder(List.copyOf(keys));
    }

    private static SortKey key(String name) {
        if (name.equals(TIME)) {
            return new SortKey.Header();
        }
        return Vocabulary.field(name)
                .map(field -> new SortKey.Key(Keys.id(field.key()), field.type()))
                .orElseThrow(() ->
                        new MarkIIException(
                                "cannot sort by \""
                                        + name
                                        + "\"; name time or keys of records with commas between"
                                        + " them, as in tmid,time,sn"));
    }

    /// Writes keys of a block's lines.
    KeyWriter on(Block block) {
        return new KeyWriter(block, keys);
    }
}
