package org.tsurutus.lake.sql;

import org.duckdb.DuckDBColumnType;
import org.tsurutus.markii.vocabulary.ValueType;

/// What a column holds.
enum ColumnType {
    /// Text as the line writes it, also for lists of addresses and for hexadecimal numbers.
    TEXT(DuckDBColumnType.VARCHAR, "VARCHAR"),
    /// A whole number with sign.
    INTEGER(DuckDBColumnType.BIGINT, "BIGINT"),
    /// A whole number from 0 to 2⁶³−1.
    UNSIGNED(DuckDBColumnType.BIGINT, "BIGINT"),
    /// A whole number from 0 to 65535.
    PORT(DuckDBColumnType.BIGINT, "BIGINT"),
    /// A whole number from 0 to 2⁶⁴−1.
    UNSIGNED64(DuckDBColumnType.UBIGINT, "UBIGINT"),
    /// `1` is true, `0` is false.
    FLAG(DuckDBColumnType.BOOLEAN, "BOOLEAN"),
    /// A time of the terminal's clock, without a zone.
    TIME(DuckDBColumnType.TIMESTAMP, "TIMESTAMP"),
    /// A time with its zone: one instant.
    INSTANT(DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE, "TIMESTAMP WITH TIME ZONE");

    private final DuckDBColumnType stored;
    private final String sql;

    ColumnType(DuckDBColumnType stored, String sql) {
        this.stored = stored;
        this.sql = sql;
    }

    /// The type that DuckDB keeps it as.
    DuckDBColumnType stored() {
        return stored;
    }

    /// The type's name in SQL.
    String sql() {
        return sql;
    }

    /// The column type for the values of a key.
    static ColumnType of(ValueType type) {
        return switch (type) {
            case INTEGER -> INTEGER;
            case UNSIGNED -> UNSIGNED;
            case UNSIGNED64 -> UNSIGNED64;
            case PORT -> PORT;
            case FLAG -> FLAG;
            case TIME -> TIME;
            case TEXT,
                    PATH,
                    WORD,
                    GUID,
                    TERMINAL_GUID,
                    SHA256,
                    SHA1,
                    MD5,
                    HEX_BYTES,
                    HEX_NUMBER,
                    ADDRESS,
                    ADDRESSES,
                    MAC,
                    SID,
                    CODES,
                    NAME_AND_NUMBER ->
                    TEXT;
        };
    }
}
