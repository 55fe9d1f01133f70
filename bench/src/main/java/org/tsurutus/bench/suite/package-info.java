/// Whole commands against goals, side by side with what they are compared to.
///
/// A [org.tsurutus.bench.suite.Contest] runs commands in turns (A B A B …), so that whatever else
/// the host does falls on both, and gives rows for the one table that `bench/run` prints.
@NullMarked
package org.tsurutus.bench.suite;

import org.jspecify.annotations.NullMarked;
