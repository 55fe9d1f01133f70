package org.tsurutus.lake.sql;

/// A file format for the rows of a query.
public enum FileFormat {
    /// Apache Parquet, compressed by Zstandard. Small row groups keep memory low and writing quick.
    PARQUET("FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 40960"),
    /// Comma-separated values with a line of names; an absent value is nothing, an empty one `""`.
    CSV("FORMAT csv, HEADER"),
    /// One JSON object a line; an absent value is `null`.
    JSONL("FORMAT json");

    private final String options;

    FileFormat(String options) {
        this.options = options;
    }

    /// The options of DuckDB's COPY.
    String options() {
        return options;
    }
}
