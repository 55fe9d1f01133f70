package org.tsurutus.lake.sql;

/// A column of a table.
///
/// @param name its name in SQL
/// @param type what it holds
record Column(String name, ColumnType type) {}
