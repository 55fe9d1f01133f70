/// Logs as JSON, one object a line: flat with the keys of the records, or as the Elastic Common
/// Schema.
///
/// Which key becomes which field of the schema is said by two tables beside these classes,
/// `ecs-fields.tsv` and `ecs-kinds.tsv`. Whatever they do not name, and values that do not fit the
/// schema's types, stand under `markii`, so that nothing is lost.
@NullMarked
package org.tsurutus.lake.json;

import org.jspecify.annotations.NullMarked;
