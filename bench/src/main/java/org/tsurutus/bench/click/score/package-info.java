/// Judges what a clicker sees and presses on frames whose truth is known.
///
/// A [org.tsurutus.bench.click.score.Clicker] looks at a frame,
/// [org.tsurutus.bench.click.score.Judgement] says what that was worth,
/// [org.tsurutus.bench.click.score.Tally] adds it up.
@NullMarked
package org.tsurutus.bench.click.score;

import org.jspecify.annotations.NullMarked;
