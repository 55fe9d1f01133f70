/// What is odd about logs: lines that are no records, and records that the vocabulary does not
/// expect. Nothing of it keeps a log from being read.
@NullMarked
package org.tsurutus.lake.check;

import org.jspecify.annotations.NullMarked;
