/// A run is a directory: its manifest, its states and its stages.
///
/// Its folder `raw/` keeps what its log was made from, so that [Rebuild] makes the same log again
/// from the directory alone: `facts.gz` (every byte that the guest shipped), `known-files.tsv.gz`
/// (the files that were on the PC beforehand) and `recording.json` (the PC, whom signatures were
/// believed by and when, after how many facts recording began, and which sectors had changed).
@NullMarked
package org.tsurutus.farm.run;

import org.jspecify.annotations.NullMarked;
