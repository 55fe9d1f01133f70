/// Logs as a table: SQL over any mix of Mark II logs, JSON and Parquet, and logs as column files.
///
/// DuckDB does the work; a log is handed to it in columns straight from its bytes, see
/// [org.tsurutus.lake.sql.Lake].
@NullMarked
package org.tsurutus.lake.sql;

import org.jspecify.annotations.NullMarked;
