/// Makes frames: a plan follows from a seed, a browser draws it and tells the truth about it.
///
/// What is drawn is data: `dialogs.json` says which dialogs there are, `strings.tsv` what stands on
/// them, `names.tsv` and `sentences.tsv` what fills them, `skins.tsv` and `fonts.tsv` how they
/// look, the scripts and style sheets beside them how they are laid out.
@NullMarked
package org.tsurutus.bench.click.draw;

import org.jspecify.annotations.NullMarked;
