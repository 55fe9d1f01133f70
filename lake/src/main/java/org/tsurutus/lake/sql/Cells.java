package org.tsurutus.lake.sql;

import java.math.BigInteger;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Date;
import org.duckdb.DuckDBColumnType;
import org.duckdb.DuckDBDataChunkWriter;
import org.duckdb.DuckDBWritableVector;

/// The cells of the chunk that is being filled, by column of the table. What is put into a column
/// that a query does not ask for is dropped.
///
/// A cell that nothing is put into is NULL, so only what a record has costs time.
@SuppressWarnings("JavaUtilDate") // the one way into a vector without an object for each value
final class Cells {
    /// The rows of a chunk.
    static final int CAPACITY = 2048;

    private static final int NOT_ASKED = -1;

    private final int[] placeOf;
    private final TextColumn[] texts;
    private final DuckDBWritableVector[] vectors;
    private final Date date = new Date();

    /// @param columns how many columns the table has
    /// @param asked the columns that the chunk has, in its order
    Cells(int columns, long[] asked) {
        placeOf = new int[columns];
        Arrays.fill(placeOf, NOT_ASKED);
        texts = new TextColumn[asked.length];
        vectors = new DuckDBWritableVector[asked.length];
        for (int place = 0; place < asked.length; place++) {
            texts[place] = new TextColumn(CAPACITY);
            // a query that needs no column at all is given one that the table does not have
            if (asked[place] >= 0 && asked[place] < columns) {
                placeOf[(int) asked[place]] = place;
            }
        }
    }

    /// Turns to a chunk whose cells are all NULL.
    void begin(DuckDBDataChunkWriter chunk) {
        for (int place = 0; place < vectors.length; place++) {
            vectors[place] = chunk.vector(place);
        }
    }

    /// Hands on what was gathered for the chunk.
    void end() {
        for (int place = 0; place < vectors.length; place++) {
            texts[place].flush(vectors[place]);
        }
    }

    boolean isAsked(int column) {
        return placeOf[column] != NOT_ASKED;
    }

    /// @param utf8 a text; the array is not changed any more
    void putText(int column, int row, byte[] utf8) {
        int place = placeOf[column];
        if (place >= 0) {
            texts[place].set(row, utf8);
        }
    }

    void putNumber(int column, int row, long number) {
        int place = placeOf[column];
        if (place >= 0) {
            vectors[place].setLong(row, number);
        }
    }

    void putUnsigned64(int column, int row, BigInteger number) {
        int place = placeOf[column];
        if (place >= 0) {
            vectors[place].setUint64(row, number);
        }
    }

    void putFlag(int column, int row, boolean flag) {
        int place = placeOf[column];
        if (place >= 0) {
            vectors[place].setBoolean(row, flag);
        }
    }

    /// @param micros microseconds since 1970, of UTC for a column with a zone
    void putTime(int column, int row, long micros) {
        int place = placeOf[column];
        if (place < 0) {
            return;
        }
        if (micros % 1000 == 0) {
            date.setTime(micros / 1000);
            vectors[place].setTimestamp(row, date);
            return;
        }
        Instant instant = Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
        if (vectors[place].getType() == DuckDBColumnType.TIMESTAMP_WITH_TIME_ZONE) {
            vectors[place].setOffsetDateTime(row, instant.atOffset(ZoneOffset.UTC));
        } else {
            vectors[place].setTimestamp(row, LocalDateTime.ofInstant(instant, ZoneOffset.UTC));
        }
    }
}
