package org.tsurutus.screen.sight;

import java.util.LinkedHashMap;
import java.util.Map;

/// A map that keeps what was asked for last and forgets the rest.
final class Remembered<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1;

    private final int most;

    /// @param most how many entries it keeps
    Remembered(int most) {
        super(16, 0.75f, true);
        this.most = most;
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > most;
    }
}
