package org.tsurutus.lake.json;

import org.tsurutus.markii.scan.Block;
import org.tsurutus.markii.scan.LineCursor;
import tools.jackson.core.JsonGenerator;

/// What the objects of a [JsonExport] look like.
public sealed interface JsonForm permits FlatJson, EcsJson {
    /// The keys of the record with their texts, behind `file`, `line` and `time`. A key that stands
    /// several times has an array of its texts; a key that is itself called `file`, `line` or
    /// `time` is named `markii.file` and so on.
    static JsonForm flat() {
        return new FlatJson();
    }

    /// The Elastic Common Schema, version 8.17.
    ///
    /// @param original whether each object holds its line, too
    static JsonForm ecs(boolean original) {
        return new EcsJson(original);
    }

    /// A writer for the lines of a block.
    Writer on(Block block);

    /// Writes lines of one block.
    interface Writer {
        /// Writes the record that the cursor stands on as an object.
        void record(JsonGenerator json, LineCursor line);

        /// Writes the line that is no record as an object.
        void malformed(JsonGenerator json, LineCursor line);
    }
}
