package org.tsurutus.sensor;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A map that forgets what was put the longest ago once it is full.
final class Recent<K, V> extends LinkedHashMap<K, V> {
    private static final long serialVersionUID = 1L;

    private final int limit;

    Recent(int limit) {
        this.limit = limit;
    }

    @Override
    public @Nullable V put(K key, V value) {
        @Nullable V before = remove(key);
        super.put(key, value);
        return before;
    }

    /// What was put under this key, if it is still kept.
    Optional<V> find(K key) {
        return Optional.ofNullable(get(key));
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
        return size() > limit;
    }
}
