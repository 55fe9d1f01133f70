/// What measures the house and what it measures with; none of this is shipped.
///
/// [org.tsurutus.bench.LogMaker] makes Mark II logs of any size. How they are made up is data:
/// `lines.tsv` (which lines, how often), `words.txt` and `programs.tsv` (what stands in them). Read
/// [org.tsurutus.bench.Scene] for what links the lines of a log to each other.
@NullMarked
package org.tsurutus.bench;

import org.jspecify.annotations.NullMarked;
