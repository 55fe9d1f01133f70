/// What a record means: each kind of event as a type of its own, its values as numbers, times and
/// identifiers instead of text.
///
/// Start with [org.tsurutus.markii.event.Event]. This view is for reasoning about single events; it
/// never refuses a record, and whoever scans millions of them stays with
/// [org.tsurutus.markii.MarkIIRecord].
@NullMarked
package org.tsurutus.markii.event;

import org.jspecify.annotations.NullMarked;
