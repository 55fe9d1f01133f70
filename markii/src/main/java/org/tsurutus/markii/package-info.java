/// The waist of the hourglass: one Mark II record is one line, and everything before this module
/// exists to write such lines truthfully, everything after it reads nothing else.
///
/// Start with [org.tsurutus.markii.MarkIIRecord]; [org.tsurutus.markii.MarkIIWriter] and
/// [org.tsurutus.markii.MarkIIReader] turn it into bytes and back. What is known of the format, and
/// how well, is [org.tsurutus.markii.vocabulary.Vocabulary], shown in `docs/markii.md`. Whoever
/// wants meaning instead of text takes [org.tsurutus.markii.event.Event].
@NullMarked
package org.tsurutus.markii;

import org.jspecify.annotations.NullMarked;
