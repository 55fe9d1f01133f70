/// What is known of Mark II: the kinds of events, the keys, how values are typed and quoted, the
/// order of keys, and how well each of these is known.
///
/// The knowledge lies in three tables beside these classes: `kinds.tsv`, `fields.tsv` and
/// `groups.tsv`. Start with [org.tsurutus.markii.vocabulary.Vocabulary]. The tables never decide
/// whether a record is read: unknown kinds and keys pass through untouched.
@NullMarked
package org.tsurutus.markii.vocabulary;

import org.jspecify.annotations.NullMarked;
