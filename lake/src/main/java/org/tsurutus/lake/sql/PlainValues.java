package org.tsurutus.lake.sql;

import java.sql.Array;
import java.sql.Blob;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.duckdb.DuckDBStruct;
import org.jspecify.annotations.Nullable;

/// What the driver hands out, as plain lists, maps and texts.
final class PlainValues {
    private PlainValues() {}

    static @Nullable Object of(@Nullable Object value) throws SQLException {
        return switch (value) {
            case null -> null;
            case Array array -> list((Object[]) array.getArray());
            case DuckDBStruct structure -> map(structure.getMap());
            case Map<?, ?> map -> map(map);
            case Blob blob ->
                    HexFormat.of().formatHex(blob.getBytes(1, Math.toIntExact(blob.length())));
            case Object other -> other;
        };
    }

    private static List<@Nullable Object> list(@Nullable Object[] elements) throws SQLException {
        List<@Nullable Object> list = new ArrayList<>();
        for (Object element : elements) {
            list.add(of(element));
        }
        return list;
    }

    private static Map<String, @Nullable Object> map(Map<?, ?> members) throws SQLException {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        for (Map.Entry<?, ?> member : members.entrySet()) {
            map.put(String.valueOf(member.getKey()), of(member.getValue()));
        }
        return map;
    }
}
